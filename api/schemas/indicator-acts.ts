/** Acts on indicators: what is sent, and what is answered. */
import { z } from 'zod';
import { phaseState, programmeAct } from './acts.ts';
import { fileRef, localDate, localised, writtenText } from './common.ts';

export const reportBody = z
  .strictObject({
    unit: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe('Key of the unit; null where one value stands for the whole programme'),
    numerator: z.number().describe('Value, or the part of a share; four decimals at most'),
    denominator: z
      .number()
      .nullable()
      .default(null)
      .describe('The whole of a share or an average; null where there is none'),
    asOf: localDate.describe('Day to which the value belongs; not to come'),
    note: writtenText(10_000).nullable().default(null).describe('Where the value comes from'),
    files: z.array(fileRef).max(1000).default([]).describe('Files uploaded before'),
    reason: writtenText(2000)
      .nullable()
      .default(null)
      .describe('Why it corrects the report of the same unit and day'),
  })
  .meta({ id: 'NewReport', description: 'A value; a note or a file says where it comes from' });

export const reportAct = programmeAct
  .extend({
    report: z
      .strictObject({
        indicator: z.string().describe('Key of the indicator'),
        unit: z.string().nullable().describe('Key of the unit'),
        asOf: localDate.describe('Day to which the value belongs'),
        replaces: z.number().int().nullable().describe('Position of the report that it corrects'),
      })
      .describe('What was recorded'),
  })
  .meta({ id: 'ReportAct', description: 'A report, and how the programme stands' });

export const measureBody = z
  .strictObject({ target: z.string().min(1).max(64).describe('Key of the target') })
  .meta({ id: 'NewMeasurement', description: 'What is to be measured now' });

export const measureAct = programmeAct
  .extend({
    phase: phaseState.describe('The target’s phase after the act'),
    measurement: z
      .strictObject({
        measuredOn: localDate.describe('Reports up to and of this day counted'),
        numerator: z.number().describe('What was added up'),
        denominator: z.number().nullable().describe('Null where there is none'),
        value: z.number().nullable().describe('In the unit of the indicator; null where none'),
        met: z.boolean().describe('Whether it meets the target'),
        words: localised.describe('The same in a sentence'),
      })
      .describe('What was found'),
  })
  .meta({ id: 'MeasureAct', description: 'A measurement, and how all stands' });
