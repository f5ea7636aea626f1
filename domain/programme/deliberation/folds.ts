/** Bodies that meet and vote. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { DeliberationEvents } from './events.ts';

export const deliberationFolds: Folds<keyof DeliberationEvents> = {};
