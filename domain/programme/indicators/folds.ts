/** Indicators: reports, measurements and targets. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { IndicatorEvents } from './events.ts';

export const indicatorFolds: Folds<keyof IndicatorEvents> = {};
