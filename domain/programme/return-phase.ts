/** Return 退回: one atomic act over a phase, all its open slots and everything that followed the target. */
import { holdsOffice, recipientsOf } from '../authority/holding.ts';
import { targetOf } from '../definition/indicator-phase.ts';
import type { Definition } from '../definition/types.ts';
import type { DecideContext, ReturnPhase } from './commands.ts';
import { refuseAbsent } from './duties/absent.ts';
import type { ProgrammeEvent } from './events.ts';
import { findPhase, predecessors, requirePhase } from './lookups.ts';
import { owingOffices, recordOpening } from './open-phase.ts';
import { createRecorder } from './recorder.ts';
import type { Recorder } from './recorder.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision } from './rejections.ts';
import type { ProgrammeState } from './state.ts';

/** The owner's return of an open phase to itself or to one that it comes after. */
export function decideReturn(
  state: ProgrammeState,
  command: ReturnPhase,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor } = context;
  const phase = findPhase(state, definition, command.phase);
  if (phase === null) return refuseAbsent(state, definition, command.phase);
  if (!holdsOffice(actor, definition.owner)) {
    return refuse('not-owner', { office: definition.owner });
  }
  if (phase.state.status !== 'open') {
    return refuse('phase-not-open', { phase: command.phase, status: phase.state.status });
  }
  if (!isReturnTarget(definition, command.phase, command.returnTo)) {
    return refuse('return-target-invalid', { phase: command.phase, returnTo: command.returnTo });
  }
  if (command.reason.trim() === '') return refuse('opinion-required', { decision: 'return' });
  const recorder = createRecorder(state);
  recordReturn(recorder, { ...command, office: null }, context);
  return accept(recorder.events());
}

/** A target of an indicator has nothing that could be done again, so it is never returned. */
export function isReturnTarget(definition: Definition, phase: string, target: string): boolean {
  if (targetOf(definition, phase) !== null) return false;
  return target === phase || predecessors(definition, phase).has(target);
}

interface ReturnAct {
  readonly phase: string;
  readonly returnTo: string;
  readonly reason: string;
  readonly office: string | null;
  readonly actingOffice?: string;
}

/** Records the return and the new round of its target, which opens in the same act: no instant in between without an open phase. */
export function recordReturn(recorder: Recorder, act: ReturnAct, context: DecideContext): void {
  const { definition, actor, now, holders } = context;
  if (actor.kind !== 'person') throw new Error('the clock returns nothing');
  const from = requirePhase(recorder.state(), definition, act.phase);
  const target = requirePhase(recorder.state(), definition, act.returnTo);
  const owing = owingOffices(target);
  recorder.record({
    type: 'PhaseReturned',
    at: now,
    data: {
      phase: act.phase,
      round: from.state.round,
      returnTo: act.returnTo,
      superseded: supersededBy(recorder.state(), act, definition),
      by: actor.id,
      reason: act.reason,
      office: act.office,
      ...(act.actingOffice === undefined ? {} : { actingOffice: act.actingOffice }),
      recipients: recipientsOf([...new Set([...owing, definition.owner])], holders),
    },
  });
  recordOpening(recorder, act.returnTo, { ...context, plannedAt: now });
}

function supersededBy(
  state: ProgrammeState,
  act: ReturnAct,
  definition: Definition,
): readonly string[] {
  return state.phases
    .filter(({ key, status }) => key !== act.phase && (status === 'open' || status === 'closed'))
    .filter(({ key }) => predecessors(definition, key).has(act.returnTo))
    .map(({ key }) => key);
}
