/** Duties of a programme and their periods. */
import { z } from 'zod';
import {
  instant,
  key,
  localDate,
  localised,
  pageOf,
  pageQuery,
  phaseKey,
  rung,
  uuid,
} from './common.ts';

const period = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]|q[1-4]|h[12]))?$/)
  .describe('Period: `2012-07`, `2012-q3`, `2012-h2` or `2012`');

export const periodSchema = z
  .strictObject({
    phase: phaseKey.describe('Key of the period as a phase of the programme'),
    period,
    title: localised.describe('The period in words'),
    round: z.number().int().describe('Round, from 1'),
    status: z
      .enum(['done', 'late', 'missed-open', 'lapsed', 'open'])
      .describe('Closed in time or late, missed and still to be made good, lapsed undone, or open'),
    opensOn: localDate.describe('First day'),
    dueOn: localDate.describe('Last day of its round, included'),
    missed: z.boolean().describe('Whether the deadline of its last round was missed'),
    closedAt: instant.optional().describe('When it was closed'),
    rung: rung.optional().describe('Highest rung of its last round'),
  })
  .meta({ id: 'Period', description: 'A period of a duty, and what became of it' });

export const periodPage = pageOf('PeriodPage', periodSchema);

export const dutySchema = z
  .strictObject({
    key: key.describe('Key of the duty'),
    title: localised.describe('Title'),
    clause: z.string().describe('Clause of the paper'),
    every: z.enum(['month', 'quarter', 'half-year', 'year']).describe('How often it comes back'),
    from: localDate.describe('A day of its first period'),
    until: localDate
      .nullable()
      .describe('A day of its last period; null when it ends with the rest of the plan'),
    nextPeriod: period.nullable().describe('The period that opens next'),
    nextOpensOn: localDate.nullable().describe('The day on which it opens'),
    open: z
      .array(
        z.strictObject({
          phase: phaseKey.describe('Key of the period as a phase of the programme'),
          period,
          dueOn: localDate.describe('Last day of its round, included'),
          overdue: z.boolean().describe('Whether it is due and not closed'),
        }),
      )
      .describe('Its open periods'),
    counts: z
      .strictObject({
        done: z.number().int().describe('Closed in time'),
        late: z.number().int().describe('Closed late'),
        lapsed: z.number().int().describe('Lapsed undone'),
      })
      .describe('How many of all its periods came out how'),
    recent: z.array(periodSchema).describe('Its newest periods, at most 12, the newest first'),
  })
  .meta({ id: 'Duty', description: 'A duty that comes back, and how it stands' });

export const periodParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  duty: key.describe('Key of the duty'),
});

export const periodsQuery = z.strictObject(pageQuery);
