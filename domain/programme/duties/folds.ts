/** Standing duties: periods that open one after another. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { DutyEvents } from './events.ts';

export const dutyFolds: Folds<keyof DutyEvents> = {};
