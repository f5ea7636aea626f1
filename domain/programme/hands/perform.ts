/** A co-organiser’s inner date passes. */
import type { Performers } from '../performers.ts';

export const handsPerformers: Performers<'missInnerDate'> = {
  missInnerDate: () => [],
};
