/** Of an open phase: who holds it up, and who may press or relieve. */
import { z } from 'zod';
import { instant, key } from './common.ts';

export const phasePressure = z
  .strictObject({
    responsible: z.array(key).describe('Offices that hold the phase up now'),
    urgedBy: z.array(key).describe('Offices of which each may urge it by hand 催办'),
    urgeAgainAt: instant
      .optional()
      .describe('When it may be urged again, in the time of the programme; absent where at once'),
    goodCauseBy: key
      .optional()
      .describe('Office that may accept a good cause 正当理由; absent where no climb has begun'),
  })
  .meta({ id: 'PhasePressure', description: 'Who holds an open phase up, and who may press' });
