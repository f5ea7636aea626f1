/** A target, or its even pace, is measured. */
import type { Performers } from '../performers.ts';

export const indicatorPerformers: Performers<'measure'> = {
  measure: () => [],
};
