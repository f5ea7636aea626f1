/** A target, or its even pace, is measured. */
import { localDateOf } from '../../calendar/dates.ts';
import { AT_TARGET, paceDay } from '../../indicators/occasions.ts';
import { requirePhase } from '../lookups.ts';
import type { Performers } from '../performers.ts';
import { createRecorder } from '../recorder.ts';
import { recordMeasurement } from './record-measurement.ts';

export const indicatorPerformers: Performers<'measure'> = {
  measure: (state, moment, context) => {
    const { phase, at, qualifier } = moment;
    const { dueOn } = requirePhase(state, context.definition, phase).state;
    const onTheDay = qualifier === AT_TARGET ? dueOn : paceDay(qualifier);
    const measuredOn = onTheDay ?? localDateOf(at, context.definition.zone);
    const recorder = createRecorder(state);
    const act = { phase, occasion: qualifier, plannedAt: at, measuredOn, by: null };
    recordMeasurement(recorder, act, context);
    return recorder.events();
  },
};
