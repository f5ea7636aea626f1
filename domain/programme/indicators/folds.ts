/** Indicators: reports, measurements and targets. What the events do to the state. */
import { isPaceOccasion } from '../../indicators/occasions.ts';
import type { EventOf } from '../events.ts';
import { onPhase, type Folds } from '../folds.ts';
import type { MeasuredState, PhaseState } from '../state.ts';
import type { IndicatorEvents } from './events.ts';

export const indicatorFolds: Folds<keyof IndicatorEvents> = {
  // Values may be many and stay out of the state; the engine looks them up when they are needed.
  IndicatorReported: (state) => state,
  IndicatorMeasured: (state, event) =>
    onPhase(state, event.data.phase, (phase) => ({ ...phase, measured: measured(phase, event) })),
};

function measured(
  { measured: before, round }: PhaseState,
  { data }: EventOf<'IndicatorMeasured'>,
): MeasuredState {
  const known = before?.round === round ? before.occasions : [];
  const isPace = isPaceOccasion(data.occasion);
  const kept = isPace ? known.filter((occasion) => !isPaceOccasion(occasion)) : known;
  const { measuredOn: on, numerator, denominator, value, met, pace } = data;
  return {
    round,
    occasions: data.by === null ? [...kept, data.occasion] : kept,
    last: { on, numerator, denominator, value, met, behind: pace?.behind ?? null },
  };
}
