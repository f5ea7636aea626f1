/** Handing in a deliverable: by a holder of the office that owes it, while the phase is open and nobody has signed yet. */
import { standingFor } from '../authority/fallback.ts';
import type { DeliverableDefinition } from '../definition/types.ts';
import { advance } from './advance.ts';
import { refuseAbsent } from './duties/absent.ts';
import type { DecideContext, HandInDeliverable } from './commands.ts';
import type { EventData, ProgrammeEvent } from './events.ts';
import { findDeliverable, findPhase } from './lookups.ts';
import type { PhaseView } from './lookups.ts';
import { recordContribution } from './hands/contributions.ts';
import { isSigned } from './owing.ts';
import { isOwed } from './progress.ts';
import { createRecorder } from './recorder.ts';
import { accept, refuse } from './rejections.ts';
import type { Decision, Rejection } from './rejections.ts';
import type { ProgrammeState } from './state.ts';

/** A signature binds what was handed in, so a deliverable stands from the first vote of the round until the phase is returned. */
export function decideHandIn(
  state: ProgrammeState,
  command: HandInDeliverable,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, now, definition } = context;
  const phase = findPhase(state, definition, command.phase);
  if (phase === null) return refuseAbsent(state, definition, command.phase);
  const deliverable = findDeliverable(phase, command.deliverable);
  if (deliverable === null) {
    return refuse('unknown-deliverable', { deliverable: command.deliverable });
  }
  const { office } = deliverable.definition;
  const standing = standingFor(actor, office, context);
  if (actor.kind !== 'person' || standing === null) {
    return refuse('not-office-holder', { office });
  }
  if (phase.state.status !== 'open') {
    return refuse('phase-not-open', { phase: command.phase, status: phase.state.status });
  }
  const rejection = standingFault(phase, deliverable.definition, actor.id);
  if (rejection !== null) return { ok: false, rejection };
  const recorder = createRecorder(state);
  recorder.record({
    type: 'DeliverableHandedIn',
    at: now,
    data: {
      ...contentOf(command, phase),
      office,
      by: actor.id,
      ...standing,
      check: context.check ?? null,
    },
  });
  recordContribution(recorder, { before: phase, office }, context);
  advance(recorder, { phase: command.phase, answersBefore: {} }, context);
  return accept(recorder.events());
}

/** Why it cannot be handed in as the signing stands; null when it can. */
function standingFault(
  phase: PhaseView,
  definition: DeliverableDefinition,
  person: string,
): Rejection | null {
  const { key, afterStep } = definition;
  const place = { phase: phase.state.key };
  if (!isOwed(phase, definition)) {
    return {
      code: 'deliverable-not-owed',
      params: { ...place, deliverable: key, step: afterStep ?? '' },
    };
  }
  if (isSigned(phase, definition)) return { code: 'signing-under-way', params: place };
  const hasSigned = phase.state.steps.some(({ votes }) => votes.some(({ by }) => by === person));
  return hasSigned ? { code: 'signed-by-same-person', params: place } : null;
}

function contentOf(
  { phase, deliverable, note, data, files, contentHash }: HandInDeliverable,
  { state }: PhaseView,
): Omit<EventData['DeliverableHandedIn'], 'office' | 'by' | 'actingOffice' | 'check'> {
  return { phase, round: state.round, deliverable, contentHash, note, data, files };
}
