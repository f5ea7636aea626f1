/** A duty’s period opens; what is over undone lapses. */
import { recipientsOf } from '../../authority/holding.ts';
import type { AreaMoment } from '../../planning/moments.ts';
import type { DecideContext } from '../commands.ts';
import type { ProgrammeEvent } from '../events.ts';
import { requirePhase } from '../lookups.ts';
import { deadlineMissed } from '../miss-deadline.ts';
import type { Performers } from '../performers.ts';
import { isComplete, responsibleOffices } from '../progress.ts';
import { createRecorder } from '../recorder.ts';
import type { Recorder } from '../recorder.ts';
import type { ProgrammeState } from '../state.ts';
import { boundsOf, followingPeriod, periodOfPhase, planPeriod } from './periods.ts';

export const dutyPerformers: Performers<'openPeriod' | 'lapse'> = {
  openPeriod: (state, moment, context) => [opened(state, moment, context)],
  lapse: (state, moment, context) => {
    const recorder = createRecorder(state);
    recordLapse(recorder, moment, context);
    return recorder.events();
  },
};

function opened(
  state: ProgrammeState,
  { phase: key, round, at }: AreaMoment,
  context: DecideContext,
): ProgrammeEvent {
  const { definition, holders, now } = context;
  const place = periodOfPhase(definition, key);
  if (place === null) throw new Error(`${key} is planned but no period of a duty`);
  const { duty, period } = place;
  const plan = planPeriod(duty.key, period, context);
  const owing = [...new Set(duty.deliverables.map(({ office }) => office))];
  return {
    type: 'PhaseOpened',
    at: now,
    data: {
      phase: key,
      round,
      plannedAt: at,
      plan,
      next: followingPeriod(duty, period, boundsOf(duty, definition, state.startsOn)),
      dueOn: plan.dueOn,
      dueAt: plan.dueAt,
      recipients: recipientsOf(owing, holders),
    },
  };
}

/**
 * Of a period that was open all along the missed deadline is in the record already; after an outage it may come only now, and has
 * to stand before the lapse. What nobody had to finish has missed nothing.
 */
function recordLapse(recorder: Recorder, moment: AreaMoment, context: DecideContext): void {
  const { definition, holders, now } = context;
  const place = { phase: moment.phase, round: moment.round };
  const { state, definition: defined } = requirePhase(recorder.state(), definition, moment.phase);
  if (!state.missed && defined.optional === undefined) {
    const missed = { ...place, plannedAt: state.dueAt };
    recorder.record(deadlineMissed(recorder.state(), missed, context));
  }
  const responsible = responsibleOffices({ state, definition: defined });
  recorder.record({
    type: 'PhaseLapsed',
    at: now,
    data: {
      ...place,
      plannedAt: moment.at,
      dueOn: state.dueOn,
      responsible,
      recipients: recipientsOf([...new Set([...responsible, definition.owner])], holders),
    },
  });
  if (!isComplete(recorder.state())) return;
  recorder.record({ type: 'ProgrammeCompleted', at: now, data: { lastPhase: moment.phase } });
}
