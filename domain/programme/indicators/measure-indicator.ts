/** Measuring a target at somebody's request: by the office that reports it or the owner. */
import { holdsOffice } from '../../authority/holding.ts';
import { localDateOf } from '../../calendar/dates.ts';
import { targetOf } from '../../definition/indicator-phase.ts';
import { derivedKey } from '../../definition/phase-key.ts';
import { ASKED } from '../../indicators/occasions.ts';
import type { DecideContext } from '../commands.ts';
import type { ProgrammeEvent } from '../events.ts';
import { findPhase } from '../lookups.ts';
import { createRecorder } from '../recorder.ts';
import { accept, refuse, type Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { MeasureIndicator } from './commands.ts';
import { recordMeasurement } from './record-measurement.ts';

/** Before its due instant a measurement is recorded and closes nothing: the paper asks for the value at the date. */
export function decideMeasure(
  state: ProgrammeState,
  command: MeasureIndicator,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, now } = context;
  const key = derivedKey(command.indicator, command.target);
  const found = targetOf(definition, key);
  const phase = findPhase(state, definition, key);
  if (found === null || phase === null) return refuse('unknown-target', { target: command.target });
  const { office } = found.indicator;
  const may = holdsOffice(actor, office) || holdsOffice(actor, definition.owner);
  if (actor.kind !== 'person' || !may) return refuse('not-office-holder', { office });
  if (phase.state.status !== 'open') {
    return refuse('phase-not-open', { phase: key, status: phase.state.status });
  }
  const recorder = createRecorder(state);
  const measuredOn = localDateOf(now, definition.zone);
  const act = { phase: key, occasion: ASKED, plannedAt: now, measuredOn, by: actor.id };
  recordMeasurement(recorder, act, context);
  return accept(recorder.events());
}
