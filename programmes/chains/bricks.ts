/** What the schemas of chains are made of. */
import { z } from 'zod';
import { isLocalDate } from '../../domain/calendar/dates.ts';
import { SHORT_LENGTH } from '../schema/bricks.ts';

/** Dates of a chain are counted on from, and must not leave the calendar by it. */
const EARLIEST = '2000-01-01';
const LATEST = '2100-12-31';

export const word = z.string().min(1).max(SHORT_LENGTH);

export const localised = z.strictObject({ zh: word, en: word });

export const date = z
  .string()
  .refine((text) => isLocalDate(text) && text >= EARLIEST && text <= LATEST, {
    error: 'not a date from 2000 to 2100',
  });
