/** What if, and planning backward. */
import { z } from 'zod';
import { instant, key, localDate, localised, rung } from './common.ts';
import { phaseKey } from './keys.ts';

const version = z.number().int().min(1).optional().describe('Version; the latest when left out');

/** A day that a plan can be about. */
const day = localDate
  .refine((date) => date >= '2000-01-01' && date <= '2150-12-31')
  .describe('A day from 2000 to 2150');

/** A day on which a programme can start. */
export const firstDay = day
  .refine((date) => date <= '2100-12-31')
  .describe('A day from 2000 to 2100');

const days = z.array(day).max(60).default([]);

const changeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('start').describe('The start moves'),
      startsOn: firstDay.describe('The new first day'),
    }),
    z.strictObject({
      kind: z.literal('extension').describe('An extension is granted'),
      phase: phaseKey.describe('Key of the phase'),
      dueOn: day.describe('The new last day, later than the present one'),
    }),
    z.strictObject({
      kind: z.literal('vacancy').describe('Nobody holds an office'),
      office: key.describe('Key of the office'),
      from: day.describe('First day on which it is vacant'),
      to: day.nullable().default(null).describe('Last day on which it is vacant; null for good'),
    }),
    z.strictObject({
      kind: z.literal('calendar').describe('Days of the calendar change'),
      off: days.describe('Days that become days off'),
      worked: days.describe('Days that become working days'),
    }),
    z.strictObject({
      kind: z.literal('late').describe('A phase is finished late'),
      phase: phaseKey.describe('Key of the phase'),
      workdays: z.number().int().min(1).max(500).describe('Working days after its due day'),
    }),
  ])
  .meta({ id: 'Change', description: 'A change that is supposed' });

const changes = z
  .array(changeSchema)
  .min(1)
  .max(10)
  .describe('All of them at once, a moved start first');

export const projectProgrammeBody = z
  .strictObject({ changes })
  .meta({ id: 'ProjectProgramme', description: 'What if, for a programme under way' });

export const projectDefinitionBody = z
  .strictObject({
    version,
    startsOn: firstDay
      .optional()
      .describe('First day without changes; the paper’s own when left out'),
    changes,
  })
  .meta({ id: 'ProjectDefinition', description: 'What if, for a plan that has not begun' });

export const definitionKeyParams = z.strictObject({ key: key.describe('Key of the definition') });

const at = z
  .strictObject({
    on: localDate.describe('Day in the zone of the definition; of `due` the due day'),
    at: instant.describe('Instant; of `due` the first one after the due day'),
  })
  .meta({ id: 'DateOfRun', description: 'A date of a run on paper' });

const move = z
  .strictObject({
    kind: z
      .enum(['opens', 'due', 'reminder', 'missed', 'rung', 'closes', 'completes'])
      .describe('What is dated'),
    phase: z.string().nullable().describe('Key of the phase; null for the whole programme'),
    title: localised.describe('Title of the phase'),
    round: z.number().int().nullable().describe('Round of the phase'),
    workdaysBefore: z.number().int().optional().describe('Of a reminder'),
    rung: rung.optional().describe('Of a rung'),
    before: at.nullable().describe('Without the changes; null where it does not come about'),
    after: at.nullable().describe('With them; null where it does not come about'),
  })
  .meta({ id: 'Move', description: 'A date that differs' });

export const projectionSchema = z
  .strictObject({
    moves: z.array(move).describe('At most 500, the soonest first'),
    omitted: z.number().int().describe('Moves beyond these'),
    standIns: z
      .array(
        z
          .strictObject({
            phase: z.string().describe('Key of the phase'),
            title: localised.describe('Title of the phase'),
            round: z.number().int().describe('Round'),
            office: key.describe('The vacant office'),
            officeTitle: localised.describe('Its title'),
            actingOffice: key.describe('The office that acts in its place'),
            actingOfficeTitle: localised.describe('Its title'),
            at: at.describe('Its first act'),
          })
          .meta({ id: 'StandIn', description: 'Who acts for a vacant office' }),
      )
      .describe('Who acts for offices that are vacant; at most 500, the soonest first'),
    firstBreach: z
      .strictObject({
        phase: z.string().describe('Key of the phase'),
        title: localised.describe('Title of the phase'),
        round: z.number().int().describe('Round'),
        dueOn: localDate.describe('Its due day'),
        at: instant.describe('When the deadline is missed'),
        responsible: z.array(key).describe('Offices that hold it up'),
        withoutChanges: z.boolean().describe('Whether it is missed without the changes, too'),
        because: localised.describe('Why'),
      })
      .nullable()
      .describe('The first deadline that is missed; null when all are kept'),
    completesOn: z
      .strictObject({
        before: localDate.nullable().describe('Without the changes; null when it does not'),
        after: localDate.nullable().describe('With them; null when it does not'),
      })
      .describe('When the plan is completed'),
    until: localDate.describe('The last day that was looked at'),
    summary: localised.describe('The answer in a sentence'),
  })
  .meta({ id: 'Projection', description: 'What would move, and what would be missed first' });

const window = z
  .strictObject({
    from: localDate.describe('First day'),
    to: localDate.describe('Last day, included'),
  })
  .meta({ id: 'PhaseWindow', description: 'A window, both days included' });

export const backwardBody = z
  .strictObject({
    version,
    endsOn: day.describe('Last day of the whole plan, included'),
    keep: z
      .enum(['lengths', 'workdays'])
      .default('lengths')
      .describe('What each phase keeps: its days, or its working days'),
    fixed: z
      .record(
        key,
        z.strictObject({
          from: day.exactOptional().describe('Settled first day'),
          to: day.exactOptional().describe('Settled last day'),
        }),
      )
      .refine((given) => Object.keys(given).length <= 200)
      .default({})
      .describe('Dates that are settled already, by key of the phase'),
    earliest: day.optional().describe('The plan cannot start before it; today when left out'),
  })
  .meta({ id: 'PlanBackward', description: 'A plan to be reckoned back from its last day' });

export const backwardSchema = z
  .strictObject({
    version: z.number().int().describe('Version of the definition'),
    phases: z
      .array(
        z.strictObject({
          key: key.describe('Key of the phase'),
          title: localised.describe('Title of the phase'),
          latest: window.describe('The latest window that leaves time for what comes after'),
          forward: window.describe('The window when the plan starts on the earliest day'),
          slackDays: z.number().int().describe('Days by which the forward window may slip'),
        }),
      )
      .describe('In the order of the definition'),
    latestStart: localDate.describe('Latest first day of the first phase'),
    slackDays: z.number().int().describe('Days between the earliest and the latest start'),
    startsOn: localDate.describe('For activation: with it no phase is due after its latest window'),
    earliest: localDate.describe('The day from which slack is reckoned'),
    faults: z
      .array(
        z.strictObject({
          phase: key.nullable().describe('Key of the phase; null for the whole plan'),
          code: z.string().describe('Stable code'),
          message: localised.describe('What does not fit'),
        }),
      )
      .describe('Why the last day cannot be kept; empty when it can'),
  })
  .meta({
    id: 'BackwardPlan',
    description: '倒排工期: the latest windows before a fixed last day',
  });
