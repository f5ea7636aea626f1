/** Appeals 复核 against a rung, and what a person makes of the proposal of accountability 问责建议: nothing follows by itself. */
import { recipientsOf } from '../../authority/holding.ts';
import { addDays, localDateOf } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { governanceOf, unbarredOffice } from '../../definition/governance.ts';
import type { Definition } from '../../definition/types.ts';
import type { DecideContext } from '../commands.ts';
import type { ProgrammeEvent, Recipient } from '../events.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { DecideAccountability, DecideReview, RequestReview } from './commands.ts';
import { findMatter } from './matters.ts';
import { heldAmong } from './responsible.ts';
import type { ReviewState, RungMatter } from './state.ts';

/** By an office that was held responsible, within the working days of the definition, once. */
export function decideRequestReview(
  state: ProgrammeState,
  command: RequestReview,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, calendar, actor, holders, now } = context;
  const matter = findMatter(state, command.escalationId);
  if (matter === null) return refuse('unknown-escalation');
  const office = heldAmong(actor, matter.responsible);
  if (actor.kind !== 'person' || office === null) {
    return refuse('not-responsible', { rung: matter.rung, phase: matter.phase });
  }
  if (matter.review !== null) return refuse('review-requested-before', { rung: matter.rung });
  const until = reviewUntil(matter, context);
  const today = localDateOf(now, definition.zone);
  if (today > until) return refuse('review-too-late', { until });
  if (command.grounds.trim() === '') return refuse('opinion-required', { decision: 'review' });
  const { decidedBy, withinWorkdays } = governanceOf(definition).reviews;
  const decider = unbarredOffice(definition, [decidedBy], matter.responsible);
  if (decider === null) return refuse('no-deciding-office', { office: decidedBy });
  const data = {
    ...placeOf(matter),
    review: `${matter.escalationId}.review`,
    office,
    by: actor.id,
    grounds: command.grounds,
    decider,
    dueOn: addWorkingDays(calendar, today, withinWorkdays),
    recipients: recipientsOf([decider], holders),
  };
  return accept([{ type: 'ReviewRequested', at: now, data }]);
}

/** A rung that is not upheld is struck; the climb goes on only with the later rungs, on their own dates. */
export function decideReview(
  state: ProgrammeState,
  command: DecideReview,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, now } = context;
  const found = findReview(state, command.review);
  if (found === null) return refuse('unknown-review');
  const { matter, review } = found;
  const { decider } = review;
  if (actor.kind !== 'person' || heldAmong(actor, [decider]) === null) {
    return refuse('not-office-holder', { office: decider });
  }
  const own = heldAmong(actor, matter.responsible);
  if (own !== null || actor.id === review.requestedBy) {
    return refuse('own-matter', { office: own ?? decider });
  }
  if (review.status !== 'open') return refuse('review-decided', { status: review.status });
  if (command.opinion.trim() === '') return refuse('opinion-required', { decision: 'review' });
  const data = {
    ...placeOf(matter),
    review: review.id,
    upheld: command.upheld,
    by: actor.id,
    office: decider,
    opinion: command.opinion,
    recipients: toldOf(matter, context),
  };
  return accept([{ type: 'ReviewDecided', at: now, data }]);
}

export function decideAccountability(
  state: ProgrammeState,
  command: DecideAccountability,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, now } = context;
  const matter = findMatter(state, command.escalationId);
  if (matter === null) return refuse('unknown-escalation');
  const fault = proposalFault(matter);
  if (fault !== null) return fault;
  const decider = accountabilityDecider(definition, matter.responsible);
  if (decider === null) return refuse('no-deciding-office', { office: definition.owner });
  if (actor.kind !== 'person' || heldAmong(actor, [decider]) === null) {
    return refuse('not-office-holder', { office: decider });
  }
  const own = heldAmong(actor, matter.responsible);
  if (own !== null) return refuse('own-matter', { office: own });
  if (command.opinion.trim() === '') {
    return refuse('opinion-required', { decision: 'accountability' });
  }
  const data = {
    ...placeOf(matter),
    measure: command.measure,
    by: actor.id,
    office: decider,
    opinion: command.opinion,
    recipients: toldOf(matter, context),
  };
  return accept([{ type: 'AccountabilityDecided', at: now, data }]);
}

/** The office that decides about a proposal against these; null when all that could are among them. */
export function accountabilityDecider(
  definition: Definition,
  responsible: readonly string[],
): string | null {
  const { decidedBy } = governanceOf(definition).accountability;
  return unbarredOffice(definition, [decidedBy], responsible);
}

function proposalFault({ accountability, review, rung }: RungMatter): Decision<never> | null {
  if (accountability === null) return refuse('no-accountability-proposed', { rung });
  if (accountability === 'decided') return refuse('accountability-decided');
  if (accountability === 'struck') return refuse('rung-struck', { rung });
  return review?.status === 'open' ? refuse('review-pending', { rung }) : null;
}

/** The last day of an appeal; days on which the clock stood still do not count. */
export function reviewUntil(
  { raisedAt, pausedDays }: RungMatter,
  { definition, calendar }: Pick<DecideContext, 'definition' | 'calendar'>,
): LocalDate {
  const countedFrom = addDays(localDateOf(raisedAt, definition.zone), pausedDays);
  return addWorkingDays(calendar, countedFrom, governanceOf(definition).reviews.withinWorkdays);
}

function toldOf(
  { responsible }: RungMatter,
  { definition, holders }: DecideContext,
): readonly Recipient[] {
  return recipientsOf([...new Set([...responsible, definition.owner])], holders);
}

function placeOf({
  phase,
  round,
  rung,
  escalationId,
}: RungMatter): Pick<RungMatter, 'phase' | 'round' | 'rung' | 'escalationId'> {
  return { phase, round, rung, escalationId };
}

function findReview(
  state: ProgrammeState,
  id: string,
): { readonly matter: RungMatter; readonly review: ReviewState } | null {
  for (const matter of state.matters) {
    if (matter.review?.id === id) return { matter, review: matter.review };
  }
  return null;
}
