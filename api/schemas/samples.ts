/** Samples of finished units: drawn, inspected and seen. */
import { z } from 'zod';
import { programmeAct } from './acts.ts';
import { instant, key, listOf, phaseKey, uuid } from './common.ts';

export const sampleBody = z
  .strictObject({
    rollout: key.describe('Key of the roll-out'),
    phase: phaseKey.describe('Phase of the unit programmes that is inspected'),
  })
  .meta({ id: 'NewSample', description: 'A sample to be drawn' });

export const inspectionBody = z
  .strictObject({
    unit: key.describe('Key of a unit that was drawn'),
    passed: z.boolean().describe('Whether it passes'),
    note: z
      .string()
      .trim()
      .max(2000)
      .default('')
      .describe('What was found; mandatory unless it passes'),
  })
  .meta({ id: 'NewInspection', description: 'Result of an inspection' });

export const sampleParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  sample: key.describe('Id of the sample'),
});

const sampleSchema = z
  .strictObject({
    id: key.describe('Id of the sample within the programme'),
    rollout: key.describe('Key of the roll-out'),
    phase: phaseKey.describe('Phase that is inspected'),
    drawnAt: instant.describe('When it was drawn'),
    seed: z.string().describe('Hash of the ledger’s entry before the draw, by which to draw again'),
    from: z.number().int().describe('How many units could have been drawn'),
    units: z
      .array(
        z.strictObject({
          key: key.describe('Key of the unit'),
          status: z.enum(['pending', 'passed', 'failed']).describe('Result of its inspection'),
          round: z.number().int().optional().describe('Round of the phase that was inspected'),
        }),
      )
      .describe('The units that were drawn'),
  })
  .meta({ id: 'Sample', description: 'Units drawn for inspection' });

export const sampleList = listOf('SampleList', sampleSchema);

export const sampleAct = programmeAct
  .extend({ sample: sampleSchema.describe('The sample after the act') })
  .meta({ id: 'SampleAct', description: 'A draw or an inspection, and how all stands' });
