/** What an act answers, from its outcome alone, so that a repeated request gets the same answer. */
import type { Outcome, StoredAnswer } from '../../engine/types.ts';
import type { CheckResult, PhaseState, ProgrammeState } from '../../domain/programme/state.ts';

export interface StandingProgramme {
  readonly id: string;
  readonly status: ProgrammeState['status'];
  readonly position: number;
}

export interface StandingPhase {
  readonly key: string;
  readonly status: PhaseState['status'];
  readonly round: number;
}

export interface StandingDeliverable {
  readonly key: string;
  readonly status: 'due' | 'handedIn' | 'accepted';
  readonly contentHash: string | null;
  readonly check?: CheckResult;
}

export function standingProgramme(state: ProgrammeState): StandingProgramme {
  return { id: state.id, status: state.status, position: state.position };
}

export function standingPhase(phase: PhaseState): StandingPhase {
  return { key: phase.key, status: phase.status, round: phase.round };
}

/** An act on the whole programme; its id is its place in the ledger. */
export function programmeAct(outcome: Outcome): StoredAnswer {
  return { status: 201, body: actOf(outcome) };
}

/** An act in a phase. */
export function phaseAct(phaseKey: string, location?: string): (outcome: Outcome) => StoredAnswer {
  return (outcome) => ({
    status: 201,
    body: { ...actOf(outcome), phase: standingPhase(phaseOf(outcome.state, phaseKey)) },
    ...(location === undefined ? {} : { location }),
  });
}

/** A hand-in: 200, as the address is that of the deliverable. */
export function handInAct(place: {
  readonly phase: string;
  readonly deliverable: string;
}): (outcome: Outcome) => StoredAnswer {
  return (outcome) => {
    const phase = phaseOf(outcome.state, place.phase);
    return {
      status: 200,
      body: {
        ...actOf(outcome),
        phase: standingPhase(phase),
        deliverable: standingDeliverable(phase, place.deliverable),
      },
    };
  };
}

export function startedProgramme({ state }: Outcome): StoredAnswer {
  return {
    status: 201,
    location: `/v1/programmes/${state.id}`,
    body: {
      ...standingProgramme(state),
      definition: state.definition,
      title: state.title,
      titleEn: state.titleEn ?? null,
      startsOn: state.startsOn,
      rehearsal: state.clock !== null,
    },
  };
}

/** What every act answers: its place in the ledger, and the programme after it. */
export function actOf({ state, events }: Outcome): {
  readonly id: string;
  readonly position: number;
  readonly programme: StandingProgramme;
} {
  const position = events[0]?.position ?? state.position;
  return {
    id: `${state.id}.${String(position)}`,
    position,
    programme: standingProgramme(state),
  };
}

function standingDeliverable(phase: PhaseState, key: string): StandingDeliverable {
  const found = phase.deliverables.find((deliverable) => deliverable.key === key);
  if (found === undefined) throw new Error(`no deliverable ${key} after it was handed in`);
  return {
    key,
    status: found.status,
    contentHash: found.contentHash,
    ...(found.check === null ? {} : { check: found.check }),
  };
}

/** @throws Error when there is no such phase: only after an act in it. */
export function phaseOf(state: ProgrammeState, key: string): PhaseState {
  const found = state.phases.find((phase) => phase.key === key);
  if (found === undefined) throw new Error(`no phase ${key} after an act in it`);
  return found;
}
