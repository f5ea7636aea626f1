/** Recording a body's meeting: with a quorum its vote decides the slot, without one the meeting must be held again. */
import { standingFor, type Standing } from '../../authority/fallback.ts';
import { recipientsOf } from '../../authority/holding.ts';
import { separationFault } from '../../authority/separation.ts';
import { localDateOf } from '../../calendar/dates.ts';
import { ballotFault, countBallot } from '../../definition/ballot.ts';
import { bodyOf, type BodyPolicy } from '../../definition/policy.ts';
import { advance } from '../advance.ts';
import type { DecideContext } from '../commands.ts';
import { evidenceOf, findPlace, refuseUnknown, slotFault, type Place } from '../decide-step.ts';
import type { ProgrammeEvent } from '../events.ts';
import { answersOf } from '../progress.ts';
import { createRecorder } from '../recorder.ts';
import { accept, refuse, type Decision, type Rejection } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { RecordBallot } from './commands.ts';

/** The result is computed, never given: passed approves, failed rejects, and without a quorum nothing is decided. */
export function decideRecordBallot(
  state: ProgrammeState,
  command: RecordBallot,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, definition } = context;
  const place = findPlace(state, command, definition);
  if (place === null) return refuseUnknown(state, command, context);
  const standing = standingFor(actor, command.office, context);
  if (actor.kind !== 'person' || standing === null) {
    return refuse('not-office-holder', { office: command.office });
  }
  const body = bodyOf(place.step.definition.policy, command.office);
  if (body === undefined) return refuse('ballot-unexpected', { office: command.office });
  const rejection =
    slotFault(place, command) ??
    signerFault(place, actor.id) ??
    recordFault(place, { body, command, context });
  if (rejection !== null) return { ok: false, rejection };
  const meeting: Meeting = { place, body, command, by: actor.id, standing };
  return countBallot(body, command.ballot).isQuorate
    ? accept(decided(state, meeting, context))
    : accept([inquorate(meeting, context)]);
}

interface Meeting {
  readonly place: Place;
  readonly body: BodyPolicy;
  readonly command: RecordBallot;
  readonly by: string;
  readonly standing: Standing;
}

function decided(
  state: ProgrammeState,
  { place, body, command, by, standing }: Meeting,
  context: DecideContext,
): readonly ProgrammeEvent[] {
  const { phase, round, step, office, ballot } = command;
  const recorder = createRecorder(state);
  recorder.record({
    type: 'StepDecided',
    at: context.now,
    data: {
      ...{ phase, round, step, office, by, ...standing },
      decision: countBallot(body, ballot).isPassed ? 'approve' : 'reject',
      opinion: null,
      evidence: evidenceOf(place),
      ballot,
    },
  });
  advance(recorder, { phase, answersBefore: answersOf(place.step.state) }, context);
  return recorder.events();
}

function inquorate(
  { body, command, by }: Meeting,
  { now, definition, holders }: DecideContext,
): ProgrammeEvent {
  const { phase, round, step, office, ballot } = command;
  const told = [...new Set([office, definition.owner])];
  const { quorum } = countBallot(body, ballot);
  const recipients = recipientsOf(told, holders);
  const data = { phase, round, step, office, by, ballot, quorum, recipients };
  return { type: 'MeetingInquorate', at: now, data };
}

function signerFault({ phase, step }: Place, person: string): Rejection | null {
  const fault = separationFault(phase.state, step.state, person);
  return fault === null ? null : { code: fault, params: { step: step.state.key } };
}

interface Recording {
  readonly body: BodyPolicy;
  readonly command: RecordBallot;
  readonly context: DecideContext;
}

/** Why the record cannot be right: its counts and names, or a day on which the body cannot have met on this. */
function recordFault({ phase }: Place, { body, command, context }: Recording): Rejection | null {
  const { ballot, office } = command;
  const fault = ballotFault(body, ballot);
  if (fault !== null) return { code: fault, params: { office } };
  const { zone } = context.definition;
  const earliest = localDateOf(phase.state.openedAt ?? context.now, zone);
  const latest = localDateOf(context.now, zone);
  if (ballot.heldOn >= earliest && ballot.heldOn <= latest) return null;
  return { code: 'ballot-date-invalid', params: { earliest, latest } };
}
