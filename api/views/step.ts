/** A step as people see it: its slots, whose turn it is, and its policy in a sentence. */
import { evaluatePolicy, explainPolicy, officesOf } from '../../domain/definition/policy.ts';
import type { Localised } from '../../domain/definition/types.ts';
import type { PhaseView, StepView } from '../../domain/programme/lookups.ts';
import { answersOf, currentStep } from '../../domain/programme/progress.ts';
import type { DecisionKind, Vote } from '../../domain/programme/state.ts';
import { bodySlotView, type BodySlotShown } from './ballot.ts';
import { slotHandsView, type HandsScene, type SlotHands } from './hands.ts';
import { officeTitle } from './office-title.ts';
import { personRef, type DecisionRow, type PersonName } from './rows.ts';

export interface SlotView extends SlotHands, BodySlotShown {
  readonly office: string;
  readonly title: Localised;
  readonly status: 'waiting' | 'open' | 'decided' | 'notRequired';
  readonly decision?: DecisionKind;
  readonly by?: PersonName;
  readonly at?: string;
  readonly opinion?: string;
}

export interface StepShown {
  readonly key: string;
  readonly title: Localised;
  readonly status: 'waiting' | 'open' | 'approved' | 'rejected';
  readonly policy: Localised;
  readonly slots: readonly SlotView[];
}

export interface StepScene extends HandsScene {
  readonly phase: PhaseView;
  /** Decisions of the phase, any round. */
  readonly decisions: readonly DecisionRow[];
}

export function stepView(step: StepView, scene: StepScene): StepShown {
  const { policy } = step.definition;
  const answers = answersOf(step.state);
  const evaluation = evaluatePolicy(policy, answers);
  const isOpen =
    scene.phase.state.status === 'open' &&
    step.state.opened &&
    currentStep(scene.phase)?.state.key === step.state.key;
  const status = evaluation.outcome === 'open' ? (isOpen ? 'open' : 'waiting') : evaluation.outcome;
  const open = new Set(isOpen ? evaluation.open : []);
  const notRequired = new Set(evaluation.notRequired);
  return {
    key: step.definition.key,
    title: step.definition.title,
    status,
    policy: explainPolicy(policy, answers, (office) => officeTitle(scene.definition, office)),
    slots: officesOf(policy).map((office) =>
      slotView(
        {
          office,
          title: officeTitle(scene.definition, office),
          status: open.has(office) ? 'open' : notRequired.has(office) ? 'notRequired' : 'waiting',
          ...slotHandsView(office, { step, phase: scene.phase, scene }),
          ...bodySlotView(office, step),
        },
        { step, scene },
      ),
    ),
  };
}

function slotView(
  empty: SlotView,
  { step, scene }: { readonly step: StepView; readonly scene: StepScene },
): SlotView {
  const vote = step.state.votes.find((candidate) => candidate.office === empty.office);
  if (vote === undefined) return empty;
  const opinion = opinionOf(vote, { step, scene });
  return {
    ...empty,
    status: 'decided',
    decision: vote.decision,
    by: personRef(vote.by, scene.names),
    at: vote.at,
    ...(opinion === null ? {} : { opinion }),
  };
}

function opinionOf(
  vote: Vote,
  { step, scene }: { readonly step: StepView; readonly scene: StepScene },
): string | null {
  const row = scene.decisions.find(
    (one) =>
      one.round === scene.phase.state.round &&
      one.step === step.state.key &&
      one.office === vote.office &&
      one.decision === vote.decision,
  );
  return row?.opinion ?? null;
}
