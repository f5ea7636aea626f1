/** An escalation as people see it. */
import { phaseOf } from '../../domain/definition/phase-of.ts';
import { localDateOf } from '../../domain/calendar/dates.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { Definition, Localised, RungKey } from '../../domain/definition/types.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { findMatter } from '../../domain/programme/time/matters.ts';
import { reviewUntil } from '../../domain/programme/time/reviews.ts';
import type { EscalationRow, MatterRow } from '../reads.ts';
import { decisionOf, textOf, type ExtensionShown } from './extension.ts';
import { accountabilityView, type AccountabilityShown } from './matter.ts';
import { personRef, type Names, type PersonName } from './rows.ts';

export interface EscalationShown {
  readonly id: string;
  readonly phase: string;
  readonly phaseTitle: Localised;
  readonly round: number;
  readonly rung: RungKey;
  readonly title: Localised;
  readonly plannedAt: string;
  readonly raisedAt: string;
  readonly responsible: readonly string[];
  readonly answerDueOn: string;
  readonly answer?: string;
  readonly answeredBy?: PersonName;
  readonly answeredOffice?: string;
  readonly answeredAt?: string;
  readonly answerOverdue: boolean;
  readonly answeredLate: boolean;
  readonly appealUntil?: string;
  readonly review?: ReviewShown;
  readonly struck: boolean;
  readonly accountability?: AccountabilityShown & DecisionShown & { readonly decider?: string };
}

type DecisionShown = Pick<ExtensionShown, 'decidedBy' | 'decidedAt' | 'opinion'>;

export interface ReviewShown extends DecisionShown {
  readonly id: string;
  readonly status: 'open' | 'upheld' | 'struck';
  readonly grounds: string;
  readonly office: string;
  readonly decider?: string;
  readonly dueOn: string | null;
}

export interface EscalationScene {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  readonly names: Names;
  readonly matters: readonly MatterRow[];
  /** Programme time; where the clock stands still, the instant at which it stopped. */
  readonly now: string;
}

export function escalationView(row: EscalationRow, scene: EscalationScene): EscalationShown {
  const { definition, names } = scene;
  const phase = phaseOf(definition, row.phase);
  const rung = definition.ladder.rungs.find(({ key }) => key === row.rung);
  return {
    id: row.id,
    phase: row.phase,
    phaseTitle: phase?.title ?? { zh: row.phase, en: row.phase },
    round: row.round,
    rung: row.rung,
    title: rung?.title ?? { zh: row.rung, en: row.rung },
    plannedAt: row.plannedAt,
    raisedAt: row.raisedAt,
    responsible: row.responsible,
    answerDueOn: row.answerDueOn,
    ...answerOf(row, names),
    ...punctualityOf(row, scene),
    ...appealOf(row, scene),
    ...consequencesOf(row, scene),
  };
}

function answerOf(
  row: EscalationRow,
  names: Names,
): Pick<EscalationShown, 'answer' | 'answeredBy' | 'answeredOffice' | 'answeredAt'> {
  return {
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answeredBy === null ? {} : { answeredBy: personRef(row.answeredBy, names) }),
    ...(row.answeredOffice === null ? {} : { answeredOffice: row.answeredOffice }),
    ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
  };
}

function punctualityOf(
  { answeredAt, answerDueOn, answerMissed }: EscalationRow,
  { definition, now }: EscalationScene,
): Pick<EscalationShown, 'answerOverdue' | 'answeredLate'> {
  const dayOf = (instant: string): string => localDateOf(instant, definition.zone);
  return {
    answerOverdue: answeredAt === null && (answerMissed || dayOf(now) > answerDueOn),
    answeredLate: answeredAt !== null && dayOf(answeredAt) > answerDueOn,
  };
}

/** An appeal is also taken of a programme that is over, but not while its clock stands still or after it was withdrawn. */
function appealOf(
  { id }: EscalationRow,
  { state, definition, calendar, now }: EscalationScene,
): Pick<EscalationShown, 'appealUntil'> {
  const matter = findMatter(state, id);
  if (matter?.review !== null) return {};
  if (state.status === 'suspended' || state.status === 'withdrawn') return {};
  const until = reviewUntil(matter, { definition, calendar });
  return localDateOf(now, definition.zone) > until ? {} : { appealUntil: until };
}

/** An appeal against the rung, and what comes of its proposal. */
function consequencesOf(
  { id }: EscalationRow,
  { matters, names }: EscalationScene,
): Pick<EscalationShown, 'review' | 'struck' | 'accountability'> {
  const own = matters.filter(({ escalationId }) => escalationId === id);
  const review = own.find(({ kind }) => kind === 'review');
  const proposal = own.find(({ kind }) => kind === 'accountability');
  return {
    struck: review?.status === 'struck',
    ...(review === undefined ? {} : { review: reviewView(review, names) }),
    ...(proposal === undefined ? {} : { accountability: proposalView(proposal, names) }),
  };
}

function reviewView(row: MatterRow, names: Names): ReviewShown {
  return {
    id: row.id,
    status: row.status === 'upheld' || row.status === 'struck' ? row.status : 'open',
    grounds: textOf(row.asked['grounds']),
    office: row.askedOffice ?? '',
    ...(row.decider === null ? {} : { decider: row.decider }),
    dueOn: row.dueOn,
    ...decisionOf(row, names),
  };
}

function proposalView(
  row: MatterRow,
  names: Names,
): NonNullable<EscalationShown['accountability']> {
  const measure = row.outcome?.['measure'];
  return {
    ...accountabilityView(row.status, typeof measure === 'string' ? measure : null),
    ...(row.decider === null ? {} : { decider: row.decider }),
    ...decisionOf(row, names),
  };
}
