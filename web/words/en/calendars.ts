import type { calendars as zh } from '../zh/calendars.ts';
import type { Words } from '../shape.ts';

export const calendars: Words<typeof zh> = {};
