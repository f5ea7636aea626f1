/** Measuring a target: the event, who is told of it, and the closing of a target that is met when it is due. */
import { recipientsOf } from '../../authority/holding.ts';
import type { Instant, LocalDate } from '../../calendar/types.ts';
import { targetOf } from '../../definition/indicator-phase.ts';
import { ladderOf } from '../../definition/phase-of.ts';
import { elapsedShare } from '../../indicators/even-pace.ts';
import { holdAgainstPace, measure, type MeasuringScene } from '../../indicators/measure.ts';
import { AT_TARGET, isPaceOccasion } from '../../indicators/occasions.ts';
import { recordClosing } from '../advance.ts';
import { audienceOf } from '../audience.ts';
import type { DecideContext } from '../commands.ts';
import type { EventData, Recipient } from '../events.ts';
import { requirePhase, type PhaseView } from '../lookups.ts';
import { responsibleOffices } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { unitsOfIndicator } from '../../indicators/unit-set.ts';

export interface MeasuringAct {
  readonly phase: string;
  readonly occasion: string;
  /** The instant for which it is measured. */
  readonly plannedAt: Instant;
  readonly measuredOn: LocalDate;
  /** Who asked for it; null where the clock did. */
  readonly by: string | null;
}

const MOST_NAMED = 50;

/** @throws Error when the facts were not looked up: a defect of the engine. */
export function recordMeasurement(
  recorder: Recorder,
  act: MeasuringAct,
  context: DecideContext,
): void {
  const phase = requirePhase(recorder.state(), context.definition, act.phase);
  const scene = sceneOf(phase, recorder, context);
  const data = dataOf(act, phase, { scene, context });
  recorder.record({ type: 'IndicatorMeasured', at: context.now, data });
  const isDue = context.now >= phase.state.dueAt && !isPaceOccasion(act.occasion);
  if (!data.met || !isDue) return;
  recordClosing(recorder, { phase, late: act.occasion !== AT_TARGET }, context);
}

function sceneOf(
  phase: PhaseView,
  recorder: Recorder,
  { definition, facts }: DecideContext,
): MeasuringScene {
  const found = targetOf(definition, phase.state.key);
  if (found === null) throw new Error(`${phase.state.key} is no target and cannot be measured`);
  if (facts?.kind !== 'measurement') throw new Error('a target is measured without its facts');
  const units = unitsOfIndicator(recorder.state().unitSets, definition, found.indicator);
  return { ...found, units, facts };
}

interface DataScene {
  readonly scene: MeasuringScene;
  readonly context: DecideContext;
}

function dataOf(
  act: MeasuringAct,
  phase: PhaseView,
  { scene, context }: DataScene,
): EventData['IndicatorMeasured'] {
  const { indicator, target } = scene;
  const { unmet, ...found } = measure(scene);
  const pace = paceOf(act, phase, scene);
  return {
    ...act,
    round: phase.state.round,
    indicator: indicator.key,
    target: target.key,
    required: target.value,
    ...found,
    unmet: unmet.slice(0, MOST_NAMED),
    unmetCount: unmet.length,
    ...(pace === undefined ? {} : { pace }),
    recipients: pace?.behind === true && act.by === null ? toldOf(phase, context) : [],
  };
}

/** Before its date a target that has a pace is held against it whenever it is measured. */
function paceOf(
  { measuredOn }: MeasuringAct,
  { state }: PhaseView,
  scene: MeasuringScene,
): EventData['IndicatorMeasured']['pace'] {
  if (scene.target.pace === undefined || measuredOn >= state.dueOn) return undefined;
  const window = { from: state.opensOn, to: state.dueOn };
  return holdAgainstPace(scene, elapsedShare(window, measuredOn));
}

/** Pressure by progress 进度倒逼: the audience of the rung that presses so, else who is responsible and the superior. */
function toldOf(phase: PhaseView, { definition, holders }: DecideContext): readonly Recipient[] {
  const pressing = ladderOf(definition, phase.definition).rungs.find(
    ({ pressure }) => pressure === 'progress',
  );
  const audience = pressing?.audience ?? { responsible: true, superiorLevels: 1, offices: [] };
  const told = audienceOf(audience, responsibleOffices(phase), definition);
  return recipientsOf(told, holders);
}
