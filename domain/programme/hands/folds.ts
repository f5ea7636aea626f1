/** Who acts: transfers, consultations, further signers, copies, urging. What the events do to the state. */
import { onPhase, onStep } from '../folds.ts';
import type { Folds } from '../folds.ts';
import type { StepState } from '../state.ts';
import type { StepChange } from './effective-policy.ts';
import type { HandsEvents } from './events.ts';

/** A question that a slot put to another office in this round. */
export interface ConsultationState {
  readonly id: string;
  /** Office of the slot that asked. */
  readonly office: string;
  readonly consulted: string;
  readonly status: 'open' | 'answered' | 'closed';
}

export const handsFolds: Folds<keyof HandsEvents> = {
  SlotTransferred: (state, { data }) =>
    onStep(state, data, (step) =>
      onConsultations(
        changed(step, { kind: 'transfer', from: data.from, to: data.to }),
        (one) => one.office === data.from,
        (one) =>
          one.consulted === data.to
            ? { ...one, office: data.to, status: 'closed' }
            : { ...one, office: data.to },
      ),
    ),
  SignerAdded: (state, { data: { signer, place, office, ...data } }) =>
    onStep(state, data, (step) =>
      changed(step, { kind: 'add', office: signer, place, by: office }),
    ),
  SignerRemoved: (state, { data }) =>
    onStep(state, data, (step) =>
      closeConsultationsOf(changed(step, { kind: 'remove', office: data.signer }), data.signer),
    ),
  ConsultationAsked: (state, { data }) =>
    onStep(state, data, (step) => {
      const { consultationId: id, office, consulted } = data;
      const asked = { id, office, consulted, status: 'open' } as const;
      return { ...step, consultations: [...(step.consultations ?? []), asked] };
    }),
  ConsultationAnswered: (state, { data }) =>
    onStep(state, data, (step) =>
      onConsultations(
        step,
        ({ id }) => id === data.consultationId,
        (one) => ({ ...one, status: 'answered' }),
      ),
    ),
  PhaseCopied: (state) => state,
  PhaseUrged: (state, { at, data }) =>
    onPhase(state, data.phase, (phase) => ({ ...phase, urgedAt: at })),
  ContributionCompleted: (state) => state,
  ContributionReopened: (state) => state,
  InnerDateMissed: (state, { data: { phase: key, round, office } }) =>
    onPhase(state, key, (phase) => ({
      ...phase,
      innerMissed: [...(phase.innerMissed ?? []), { office, round }],
    })),
};

/** Who decides waits no longer for what he had asked. */
export function closeConsultationsOf(step: StepState, office: string): StepState {
  return onConsultations(
    step,
    (one) => one.office === office,
    (one) => ({ ...one, status: 'closed' }),
  );
}

function changed(step: StepState, change: StepChange): StepState {
  return { ...step, changes: [...(step.changes ?? []), change] };
}

/** Changes open consultations only. */
function onConsultations(
  step: StepState,
  concerns: (one: ConsultationState) => boolean,
  change: (one: ConsultationState) => ConsultationState,
): StepState {
  if (step.consultations === undefined) return step;
  return {
    ...step,
    consultations: step.consultations.map((one) =>
      one.status === 'open' && concerns(one) ? change(one) : one,
    ),
  };
}
