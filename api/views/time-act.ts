/** What the acts of the governance of time answer, from their outcome alone. */
import type { Localised } from '../../domain/definition/types.ts';
import type { Outcome, PositionedEvent, StoredAnswer } from '../../engine/types.ts';
import { actOf, phaseOf, standingPhase } from './act.ts';

const REQUESTED: Localised = {
  zh: '已申请延期，等待决定；到期未决定的，申请失效，原期限不变。',
  en: 'The request waits for a decision; undecided at the due instant it lapses, and the due day stays.',
};
const REFUSED_LATE: Localised = {
  zh: '期限已过，延期申请不予受理，原期限不变；申请已记录在案。',
  en: 'The due instant has passed: the request is refused, the due day stays, and the attempt is on record.',
};

/** A request in time, or one that came too late: refused as such, and on record. */
export function extensionAct(phaseKey: string): (outcome: Outcome) => StoredAnswer {
  return (outcome) => {
    const phase = standingPhase(phaseOf(outcome.state, phaseKey));
    const extension = outcome.events.flatMap(requestOf)[0];
    return { status: 201, body: { ...actOf(outcome), phase, extension } };
  };
}

function requestOf(event: PositionedEvent): readonly Readonly<Record<string, unknown>>[] {
  if (event.type === 'ExtensionRequested') {
    const { extension, decider, from, to } = event.data;
    return [{ id: extension, status: 'requested', decider, from, to, message: REQUESTED }];
  }
  if (event.type !== 'LateExtensionRequested') return [];
  const { extension, from, to } = event.data;
  return [{ id: extension, status: 'refused-late', from, to, message: REFUSED_LATE }];
}

export function reviewAct(outcome: Outcome): StoredAnswer {
  const review = outcome.events.flatMap((event) =>
    event.type === 'ReviewRequested'
      ? [{ id: event.data.review, decider: event.data.decider, dueOn: event.data.dueOn }]
      : [],
  )[0];
  return { status: 201, body: { ...actOf(outcome), review } };
}
