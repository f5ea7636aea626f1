/** A duty’s period opens; what is over undone lapses. */
import type { Performers } from '../performers.ts';

export const dutyPerformers: Performers<'openPeriod' | 'lapse'> = {
  openPeriod: () => [],
  lapse: () => [],
};
