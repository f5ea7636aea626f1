/** Reading the past: what there is of an audit trail, what an entry of it changed, and the programme as it stood. */
import { z } from 'zod';
import { instant, uuid } from './common.ts';
import { phaseSchema, programmeSchema } from './programmes.ts';
import { eventSchema, people, position } from './records.ts';

export const eventSummary = z
  .strictObject({
    entries: z.number().int().describe('How many entries there are; also the last position'),
    firstAt: instant.describe('When the first one happened, in the time of the programme'),
    lastAt: instant.describe('When the last one happened, in the time of the programme'),
    types: z
      .array(
        z.strictObject({
          type: z.string().describe('What happened'),
          count: z.number().int().describe('How often'),
        }),
      )
      .describe('By type, in the order of its letters'),
    actors: z
      .array(
        z.strictObject({
          actor: z.string().describe('Id of the person, or `clock`'),
          count: z.number().int().describe('How much it did'),
        }),
      )
      .describe('By actor, who did most first'),
    people,
  })
  .meta({ id: 'EventSummary', description: 'What there is of an audit trail' });

export const eventParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  position: position.describe('Position of the entry, from 1'),
});

export const eventChanges = z
  .strictObject({
    event: eventSchema.describe('The entry'),
    changes: z
      .array(
        z.strictObject({
          path: z.string().describe('JSON pointer into the state of the programme'),
          place: z
            .array(z.string())
            .describe('The parts of the pointer, with names in place of numbers'),
          before: z.unknown().optional().describe('Left out where there was nothing'),
          after: z.unknown().optional().describe('Left out where there is nothing any more'),
        }),
      )
      .describe('Every leaf of the state that differs, at most 500'),
    more: z.boolean().describe('Whether there are more than 500'),
    people,
  })
  .meta({ id: 'EventChanges', description: 'What one entry changed in the state' });

export const asOfQuery = z.strictObject({
  at: instant
    .optional()
    .describe('After the last entry up to and at this instant, in the time of the programme'),
  position: position.optional().describe('After the entry at this position'),
});

const pastPhase = phaseSchema
  .omit({ extensions: true })
  .meta({ id: 'PastPhase', description: 'A phase as it stood; extensions are in the trail' });

export const pastProgramme = programmeSchema
  .omit({ phases: true, duties: true, faults: true, rollouts: true })
  .extend({
    phases: z.array(pastPhase).describe('As in the programme, as they stood'),
    entry: eventSchema.describe('The last entry that had been made'),
    people,
  })
  .meta({
    id: 'PastProgramme',
    description:
      'A programme as it stood, folded from its events up to a position: under the versions of definition and calendar that were in force then. What only today’s tables hold is left out: vacancies, counts of duties and roll-outs, extensions, consultations.',
  });
