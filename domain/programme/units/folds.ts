/** Roll-outs: unit programmes, the frozen set of units, and samples. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { UnitEvents } from './events.ts';

export const unitFolds: Folds<keyof UnitEvents> = {};
