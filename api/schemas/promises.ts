/** The health of promises: whether everything that should happen by itself does. */
import { z } from 'zod';
import { instant, localised, programmeTitles } from './common.ts';
import { momentSchema } from './programmes.ts';

const ofProgramme = {
  programmeId: z.string().describe('Id of the programme'),
  ...programmeTitles,
  rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
} as const;

const since = instant.nullable().describe('Since when the oldest waits, real time');
const count = z.number().int();

const armedMoment = momentSchema
  .extend({
    ...ofProgramme,
    phaseTitle: localised.nullable().describe('Title of the phase, where it has one'),
  })
  .meta({ id: 'ArmedMoment', description: 'A planned instant of some programme' });

export const promisesSchema = z
  .strictObject({
    at: instant.describe('When this was looked at, real time'),
    armed: z
      .strictObject({
        count: count.describe('Moments that are planned in all programmes'),
        next: z.array(armedMoment).describe('The next to fire, soonest first; at most 20'),
      })
      .describe('What is to happen by itself'),
    late: z
      .strictObject({
        count: count.describe('Programmes with a moment that was due and is not performed'),
        since: instant.nullable().describe('When the oldest of them was due, real time'),
        toleranceSeconds: count.describe('A moment counts as late after so long'),
        programmes: z
          .array(
            z.strictObject({
              ...ofProgramme,
              dueAt: instant.describe('When its moment was due, real time'),
            }),
          )
          .describe('The longest late first; at most 20'),
      })
      .describe('Broken promises: not zero is an alarm'),
    outbox: z
      .strictObject({ waiting: count.describe('News that Temporal has yet to take'), since })
      .describe('What Temporal must still be told'),
    emails: z
      .strictObject({
        waiting: count.describe('E-mails that wait, first attempts and repeats'),
        retried: count.describe('Those of them that have failed before'),
        givenUp: count.describe('E-mails that were given up'),
        since,
      })
      .describe('What is to be sent outside'),
    checks: z
      .array(
        z.strictObject({
          name: z.string().describe('What was looked at, as in /readyz'),
          vital: z.boolean().describe('Whether the service is unavailable without it'),
          ok: z.boolean().describe('Whether it passed'),
        }),
      )
      .describe('Checks of readiness'),
  })
  .meta({ id: 'Promises', description: 'Whether what should happen by itself does' });
