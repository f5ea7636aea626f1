/** Keys that are not plain ones. */
import { z } from 'zod';

/** Of a phase of the plan, of a period of a duty, or of a target of an indicator. */
export const phaseKey = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:@[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
  .describe('Key of a phase');
