/** The ladder of every phase: rungs that were raised, round by round, and those that will be. */
import type { Schemas } from '../api/client.ts';
import type { Programme } from '../programme/programme-query.ts';
import type { Escalation, Moment } from './pressure-queries.ts';

export type Phase = Schemas['Phase'];

export interface Ladder {
  readonly key: string;
  readonly title: Schemas['Localised'];
  /** Null of a period that is over. */
  readonly phase: Phase | null;
  /** The newest first. */
  readonly rounds: readonly LadderRound[];
  /** Whether somebody is still pressed, or soon will be. */
  readonly isOpen: boolean;
}

export interface LadderRound {
  readonly round: number;
  /** In the order of raising. */
  readonly raised: readonly Escalation[];
  /** The missed deadline and rungs that are planned, soonest first. */
  readonly planned: readonly Moment[];
}

export interface LadderScene {
  readonly phases: readonly Phase[];
  readonly escalations: readonly Escalation[];
  readonly moments: readonly Moment[];
  readonly status: Programme['status'];
}

/** Open phases first, overdue ones before the others, then what is settled; each in the order of the programme. */
export function laddersOf(scene: LadderScene): readonly Ladder[] {
  const { phases, escalations } = scene;
  const known = phases.map((phase) => ladderOf(phase.key, phase, scene));
  const past = [...new Set(escalations.map(({ phase }) => phase))]
    .filter((key) => phases.every((phase) => phase.key !== key))
    .map((key) => ladderOf(key, null, scene));
  return [...known, ...past]
    .filter(({ isOpen, rounds }) => isOpen || rounds.some(({ raised }) => raised.length > 0))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ isOpen, phase }: Ladder): number {
  if (!isOpen) return 2;
  return phase?.overdue === true ? 0 : 1;
}

function ladderOf(key: string, phase: Phase | null, scene: LadderScene): Ladder {
  const raised = scene.escalations.filter((one) => one.phase === key);
  const planned = scene.moments.filter(
    (one) => one.phase === key && (one.kind === 'escalate' || one.kind === 'missDeadline'),
  );
  const isOpen = phase?.status === 'open' && ['active', 'suspended'].includes(scene.status);
  const numbers = [...raised, ...(isOpen ? [phase, ...planned] : [])].map(({ round }) => round);
  return {
    key,
    title: phase?.title ?? raised[0]?.phaseTitle ?? { zh: key, en: key },
    phase,
    rounds: [...new Set(numbers)]
      .toSorted((a, b) => b - a)
      .map((round) => ({
        round,
        raised: raised.filter((one) => one.round === round),
        planned: isOpen ? planned.filter((one) => one.round === round) : [],
      })),
    isOpen,
  };
}

export type AnswerState = 'struck' | 'answered' | 'answeredLate' | 'missed' | 'owed';

/** How the answer that a rung asks for stands. */
export function answerState({
  struck,
  answeredAt,
  answeredLate,
  answerOverdue,
}: Pick<Escalation, 'struck' | 'answeredAt' | 'answeredLate' | 'answerOverdue'>): AnswerState {
  if (struck) return 'struck';
  if (answeredAt !== undefined) return answeredLate ? 'answeredLate' : 'answered';
  return answerOverdue ? 'missed' : 'owed';
}
