/** A period of a duty that the state has let go, as it was when it ended: its record stays readable. */
import type { Definition, PhaseDefinition } from '../../domain/definition/types.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import { periodOfPhase } from '../../domain/programme/duties/periods.ts';
import type {
  DeliverableState,
  PhaseState,
  ProgrammeState,
  StepState,
} from '../../domain/programme/state.ts';
import type { AppDeps } from '../deps.ts';
import type { ContentRow, DecisionRow, PastPeriodRow } from '../reads.ts';

interface Place {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  readonly phase: string;
}

/** The state with the period in it, for reading only; the state itself where it has the phase, or no duty ever had the period. */
export async function withPeriod(
  { state, definition, phase }: Place,
  deps: AppDeps,
): Promise<ProgrammeState> {
  const defined = phaseOf(definition, phase);
  const isHeld = state.phases.some(({ key }) => key === phase);
  if (isHeld || defined === null || periodOfPhase(definition, phase) === null) return state;
  const row = await deps.reads.period(state.id, phase);
  if (row === null) return state;
  const [decisions, contents] = await Promise.all([
    deps.reads.decisions(state.id, [phase]),
    deps.reads.contents(state.id, [phase]),
  ]);
  const past = pastPhase(row, defined, {
    decisions: decisions.filter(({ round }) => round === row.round),
    contents: contents.filter(({ round }) => round === row.round),
  });
  return { ...state, phases: [...state.phases, past] };
}

interface Records {
  readonly decisions: readonly DecisionRow[];
  readonly contents: readonly ContentRow[];
}

function pastPhase(row: PastPeriodRow, defined: PhaseDefinition, records: Records): PhaseState {
  const { phase: key, round, status, opensOn, dueOn, dueAt, openedAt, closedAt, missed } = row;
  return {
    key,
    round,
    status,
    opensOn,
    dueOn,
    dueAt,
    openedAt,
    closedAt,
    missed,
    // Who was reminded, and the rungs, are read from the record itself.
    reminded: [],
    rungs: [],
    deliverables: defined.deliverables.map((one) => pastDeliverable(one.key, records)),
    steps: defined.steps.map((step) => pastStep(step.key, records)),
  };
}

function pastDeliverable(key: string, { contents }: Records): DeliverableState {
  const found = contents.find((row) => row.key === key);
  if (found === undefined) {
    return { key, status: 'due', by: null, at: null, contentHash: null, check: null };
  }
  const { status, by, at, contentHash, check } = found;
  return { key, status, by, at, contentHash, check };
}

function pastStep(key: string, { decisions }: Records): StepState {
  const votes = decisions.flatMap(({ step, office, decision, by, at }) =>
    step !== key || decision === 'return' ? [] : [{ office, decision, by, at, position: 0 }],
  );
  return { key, opened: votes.length > 0, votes };
}
