/** Extensions of a phase as they are shown in it. */
import { z } from 'zod';
import { instant, key, localDate, personRef } from './common.ts';

export const extensionSchema = z
  .strictObject({
    id: z.string().describe('Id of the request'),
    round: z.number().int().describe('Round for which it was asked'),
    office: key.describe('Office for which it was asked'),
    requestedBy: personRef.describe('Who asked'),
    requestedAt: instant.describe('When'),
    reason: z.string().describe('Why'),
    progress: z.string().describe('How far the work had come'),
    from: localDate.describe('The due day that was to be moved; it stays on record'),
    to: localDate.describe('The day asked for, or once granted the day given'),
    status: z
      .enum(['requested', 'granted', 'refused', 'lapsed', 'late'])
      .describe('`lapsed`: not decided in time; `late`: asked for after the due instant'),
    decider: key.optional().describe('Office that decides'),
    decidedBy: personRef.optional().describe('Who decided'),
    decidedAt: instant.optional().describe('When it was decided'),
    opinion: z.string().optional().describe('The opinion given'),
  })
  .meta({ id: 'Extension', description: 'A request to move a due day, and what came of it' });
