/** Bodies that meet and vote: what is recorded, and how it is shown. */
import { z } from 'zod';
import { localDate, localised, writtenText } from './common.ts';

const MOST_PEOPLE = 1_000_000;
const MOST_NAMES = 1000;

const people = (what: string): z.ZodNumber =>
  z.number().int().min(0).max(MOST_PEOPLE).describe(what);

const voter = z
  .strictObject({
    name: writtenText(100).describe('Name of the person, told apart from others of the same name'),
    vote: z.enum(['in-favour', 'against', 'abstained', 'invalid']).describe('How the person voted'),
  })
  .meta({ id: 'Voter', description: 'One person present at a named vote' });

const counts = {
  heldOn: localDate.describe('Day of the meeting'),
  eligible: people('Who should have been there 应到'),
  present: people('Who was there 实到'),
  inFavour: people('Votes in favour'),
  against: people('Votes against'),
  abstained: people('Abstentions'),
} as const;

export const ballotBody = z
  .strictObject({
    ...counts,
    voters: z
      .array(voter)
      .max(MOST_NAMES)
      .optional()
      .describe('Everybody present; with a named vote only'),
  })
  .meta({ id: 'RecordBallot', description: 'The record of a meeting; its result is computed' });

export const ballotSchema = z
  .strictObject({
    ...counts,
    voters: z.array(voter).optional().describe('Everybody present, of a named vote'),
    quorum: people('How many had to be present'),
    needed: people('How many votes in favour were needed'),
    passed: z.boolean().describe('Whether it passed'),
    explanation: localised.describe('How the result came about'),
  })
  .meta({ id: 'Ballot', description: 'A vote and what came of it' });

export const bodySchema = z
  .strictObject({
    title: localised.describe('The body'),
    ballot: z.enum(['secret', 'named']).describe('Whether names are recorded'),
  })
  .meta({ id: 'Body', description: 'A body whose vote decides a slot' });

export const inquorateSchema = z
  .strictObject({
    heldOn: localDate.describe('Day of the meeting'),
    eligible: people('Who should have been there'),
    present: people('Who was there'),
    quorum: people('How many had to be present'),
  })
  .meta({ id: 'InquorateMeeting', description: 'A meeting to which too few came' });
