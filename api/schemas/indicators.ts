/** Indicators: their targets, values, units and history. */
import { z } from 'zod';
import {
  fileRef,
  instant,
  key,
  listOf,
  localDate,
  localised,
  pageOf,
  pageQuery,
  personRef,
  phaseKey,
  phaseStatus,
  titles,
  uuid,
} from './common.ts';

const unitKey = z.string().min(1).max(100).describe('Key of a unit');
const indicatorUnit = z.enum(['percent', 'count', 'per-10000', 'hours']);
const comparator = z.enum(['at-least', 'at-most', 'more-than', 'less-than', 'equal-to']);

export const indicatorParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  key: key.describe('Key of the indicator'),
});

export const reportsQuery = z.strictObject({
  ...pageQuery,
  unit: unitKey.optional().describe('Only of this unit'),
});

export const unitsQuery = z.strictObject({
  ...pageQuery,
  target: z.string().max(64).optional().describe('Key of the target; the next one when left out'),
  met: z.enum(['true', 'false']).optional().describe('Only units that reach it, or that do not'),
});

export const progressQuery = z.strictObject({
  on: localDate.optional().describe('A day that is not to come; today when left out'),
});

const found = {
  numerator: z.number().describe('What was added up; with `each-unit` the units that reach it'),
  denominator: z.number().nullable().describe('Null where the rule asks for none'),
  value: z
    .number()
    .nullable()
    .describe('In the unit of the indicator, two decimals, cut off; null where there is none'),
  met: z.boolean().describe('Whether it meets the target'),
} as const;

const paceSchema = z
  .strictObject({
    expected: z.number().describe('What the even pace asks for by that day'),
    behind: z.boolean().describe('Whether the value is below it'),
  })
  .meta({ id: 'Pace', description: 'The even pace 序时进度' });

export const measurementSchema = z
  .strictObject({
    position: z.number().int().describe('Position of the event in the ledger'),
    target: z.string().describe('Key of the target'),
    occasion: z.string().describe('`target`, a rung, `pace-<date>`, or `asked`'),
    measuredOn: localDate.describe('Reports up to and of this day counted'),
    at: instant.describe('When it was measured'),
    by: personRef.optional().describe('Who asked for it; absent where the clock did'),
    required: z.number().describe('The target as it stood'),
    ...found,
    missing: z.number().int().describe('Units that had not reported'),
    unmet: z.array(z.string()).describe('The first fifty units or groups that fell short'),
    unmetCount: z.number().int().describe('How many fell short'),
    pace: paceSchema.optional().describe('Only where the pace was looked at'),
    words: localised.describe('The same in a sentence'),
  })
  .meta({ id: 'Measurement', description: 'A measurement of a target' });

const targetSchema = z
  .strictObject({
    key: z.string().describe('Key of the target'),
    phase: phaseKey.describe('The phase that stands for it'),
    required: z.number().describe('What is asked for'),
    from: localDate.describe('Day from which the pace counts'),
    on: localDate.describe('Day when it is measured, included'),
    status: phaseStatus.describe('How far it is'),
    overdue: z.boolean().describe('Whether it is due and not met'),
    current: z
      .strictObject({
        ...found,
        missing: z.number().int().describe('Units that have not reported'),
        unmetCount: z.number().int().describe('Units or groups that fall short'),
        pace: paceSchema.optional().describe('Only where more is better'),
        words: localised.describe('The same in a sentence'),
      })
      .nullable()
      .describe('The value as it stands today, held against this target'),
  })
  .meta({ id: 'Target', description: 'A target of an indicator' });

export const indicatorSchema = z
  .strictObject({
    key: key.describe('Key of the indicator'),
    title: localised.describe('Title'),
    clause: z.string().describe('Clause of the paper'),
    unit: indicatorUnit.describe('Unit of the value'),
    comparator: comparator.describe('How the value is compared with the target'),
    office: key.describe('Office that reports it and answers for it'),
    officeTitle: localised.describe('Title of the office'),
    source: z
      .strictObject({
        kind: z.enum(['reported', 'units']).describe('Reported, or counted from unit programmes'),
        rollUp: z.enum(['ratio', 'sum', 'each-unit']).optional().describe('How values add up'),
        unitSet: z.string().nullable().describe('Set of its units; null where it has none'),
        each: z.literal('group').optional().describe('Each group of units must reach the target'),
      })
      .describe('Where the value comes from'),
    coverage: z
      .strictObject({
        units: z.number().int().describe('Units in the frozen set'),
        reported: z.number().int().describe('Units with a report, or done'),
      })
      .nullable()
      .describe('Null where it has no units'),
    targets: z.array(targetSchema).describe('In the order of the definition'),
    measurements: z.array(measurementSchema).describe('The last sixty, oldest first'),
  })
  .meta({ id: 'Indicator', description: 'An indicator as it stands' });

export const indicatorList = listOf('IndicatorList', indicatorSchema);

export const reportSchema = z
  .strictObject({
    position: z.number().int().describe('Position of the event in the ledger'),
    unit: z.string().nullable().describe('Key of the unit; null for the whole programme'),
    numerator: z.number().describe('Value or part'),
    denominator: z.number().nullable().describe('Whole; null where there is none'),
    asOf: localDate.describe('Day to which the value belongs'),
    note: z.string().nullable().describe('Where it comes from'),
    files: z.array(fileRef).describe('Evidence'),
    office: key.describe('Office that reported'),
    by: personRef.describe('Who reported'),
    at: instant.describe('When it was reported'),
    replaces: z.number().int().nullable().describe('Position of the report that it corrects'),
    reason: z.string().nullable().describe('Why it was corrected'),
    replacedBy: z.number().int().nullable().describe('Position of the report that corrected it'),
  })
  .meta({ id: 'IndicatorReport', description: 'A report; none is ever changed' });

export const reportPage = pageOf('IndicatorReportPage', reportSchema);

export const unitStanding = z
  .strictObject({
    unit: z
      .strictObject({
        key: unitKey,
        title: localised.describe('Title of the unit'),
        within: z.string().nullable().describe('Key of the wider unit in which it lies'),
      })
      .nullable()
      .describe('Null where one value stands for the whole programme'),
    met: z
      .boolean()
      .describe('Whether it reaches the target by itself; where units only add up, has reported'),
    numerator: z.number().nullable().describe('Null without a report'),
    denominator: z.number().nullable().describe('Null without a report, or where there is none'),
    asOf: localDate.nullable().describe('Day of its last report'),
  })
  .meta({ id: 'UnitStanding', description: 'A unit behind a value' });

export const unitStandingPage = pageOf('UnitStandingPage', unitStanding);

export const progressList = z
  .strictObject({
    programmeId: z.string().describe('Id of the programme'),
    ...titles,
    rehearsal: z.boolean().describe('Whether it is a rehearsal'),
    on: localDate.describe('The day of the list'),
    items: z
      .array(
        z.strictObject({
          phase: phaseKey.describe('Key of the phase or target'),
          title: localised.describe('Title'),
          clause: z.string().describe('Clause of the paper'),
          kind: z.enum(['phase', 'target']).describe('A phase of the plan, or a target'),
          office: localised.describe('Offices that hold it up, or lead it'),
          dueOn: localDate.describe('Last day'),
          light: z
            .enum(['overdue', 'behind', 'lapsed', 'under-way', 'ahead', 'waiting', 'done'])
            .describe('How it stands, from the worst to the best'),
          value: z.number().nullable().describe('Only of a target with a value'),
          required: z.number().nullable().describe('Only of a target'),
          expected: z
            .number()
            .nullable()
            .describe('What the even pace asks for, where there is one'),
          words: localised.describe('How it stands in a sentence'),
        }),
      )
      .describe('The worst first'),
  })
  .meta({ id: 'ProgressList', description: 'The published list of progress 进展情况' });

export const indicatorSummary = z
  .strictObject({
    key: key.describe('Key of the indicator'),
    title: localised.describe('Title'),
    unit: indicatorUnit.describe('Unit of the value'),
    comparator: comparator.describe('How the value is compared with the target'),
    office: key.describe('Office that reports it'),
    targets: z
      .array(
        z.strictObject({
          key: z.string().describe('Key of the target'),
          phase: phaseKey.describe('The phase that stands for it'),
          required: z.number().describe('What is asked for'),
          on: localDate.describe('Day when it is measured'),
          status: phaseStatus.describe('How far it is'),
          overdue: z.boolean().describe('Whether it is due and not met'),
          last: z
            .strictObject({
              on: localDate.describe('Day for which it was measured'),
              ...found,
              behind: z.boolean().nullable().describe('Null where the pace was not looked at'),
            })
            .nullable()
            .describe('Its last measurement'),
        }),
      )
      .describe('In the order of the definition'),
  })
  .meta({ id: 'IndicatorSummary', description: 'An indicator in short' });
