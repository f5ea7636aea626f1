/** An answer that was owed is recorded as missed. */
import type { Performers } from '../performers.ts';

export const timePerformers: Performers<'missAnswer'> = {
  missAnswer: () => [],
};
