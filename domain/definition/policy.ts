/** Sign-off policies: outcome and open slots are one pure function of policy and answers, explained in words in both languages. */
import type { Localised } from './localised.ts';
import type { Answers, Policy, PolicyOutcome, SlotAnswer, TitleOf } from './policy-types.ts';
import { wordPolicy } from './policy-wording.ts';

export type { Answers, Policy, PolicyOutcome, SlotAnswer, TitleOf } from './policy-types.ts';

export interface PolicyState {
  readonly outcome: PolicyOutcome;
  /** Offices whose turn it is and whose answer may still matter, in the order of the policy. */
  readonly open: readonly string[];
  /** Offices that have not answered and need not any more, in the order of the policy. */
  readonly notRequired: readonly string[];
}

/** Only an office can abstain; a group in which nobody approves has rejected. */
type NodeStatus = PolicyOutcome | 'abstained';

/** The offices of a policy, each once, in the order of the policy. */
export function officesOf(policy: Policy): readonly string[] {
  return [...new Set(slotsOf(policy))];
}

/**
 * What the answers make of the policy. Total: any policy and any answers have an outcome, in whatever order they were given.
 *
 * - An abstention neither approves nor rejects: the decision rests with the others of the same group.
 * - Nothing is approved that nobody approves: a policy, or a group in it, whose offices have all answered without making it
 *   approved is rejected. An empty group and a count that cannot be reached are therefore rejected, never passed.
 * - `all` and `sequence`: a rejected part rejects the whole; approved when every part has answered and one or more approved.
 * - `any`: the first approval approves. `atLeast`: as many approvals approve, and it is rejected once they are out of reach.
 * - Where a signer was added to a slot, he must have been heard and may reject; for the rest the slot's own answer stands.
 * - In a `sequence` only the first undecided part is open; answers that later parts gave before it was reopened still stand.
 */
export function evaluatePolicy(policy: Policy, answers: Answers): PolicyState {
  const status = statusOf(policy, answers);
  const outcome = status === 'abstained' ? 'rejected' : status;
  const open = new Set(outcome === 'open' ? openSlots(policy, answers) : []);
  const awaited = new Set(outcome === 'open' ? awaitedSlots(policy, answers) : []);
  const notRequired = officesOf(policy).filter(
    (office) => answerOf(office, answers) === undefined && !awaited.has(office),
  );
  return { outcome, open: [...open], notRequired };
}

/**
 * One sentence in each language: what the policy asks for, how far it is, who is next, who did not agree, and the result once
 * there is one.
 */
export function explainPolicy(policy: Policy, answers: Answers, titleOf: TitleOf): Localised {
  const state = evaluatePolicy(policy, answers);
  const offices = officesOf(policy);
  const saying = (answer: SlotAnswer): readonly Localised[] =>
    offices.filter((office) => answerOf(office, answers) === answer).map(titleOf);
  return wordPolicy(policy, titleOf, {
    outcome: state.outcome,
    total: offices.length,
    approved: saying('approve').length,
    next: state.open.map(titleOf),
    abstained: saying('abstain'),
    rejected: saying('reject'),
  });
}

/** The answer of an office; `undefined` while it has not answered. */
export function answerOf(office: string, answers: Answers): SlotAnswer | undefined {
  // An office may be keyed like a member of Object.prototype.
  return Object.hasOwn(answers, office) ? answers[office] : undefined;
}

/** How many approvals an `any` or `atLeast` needs: one or more, or an infinity that is never reached. */
export function approvalsNeeded(policy: Extract<Policy, { kind: 'any' | 'atLeast' }>): number {
  if (policy.kind === 'any') return 1;
  return Number.isNaN(policy.count) ? Infinity : Math.max(1, policy.count);
}

function statusOf(policy: Policy, answers: Answers): NodeStatus {
  if (policy.kind === 'office' || policy.kind === 'body') {
    return statusOfOffice(answerOf(policy.office, answers));
  }
  if (policy.kind === 'veto') return statusOf(allOf(policy), answers);
  const parts = policy.of.map((part) => statusOf(part, answers));
  const count = (status: NodeStatus): number => parts.filter((part) => part === status).length;
  const approved = count('approved');
  const open = count('open');
  switch (policy.kind) {
    case 'all':
    case 'sequence':
      return statusOfAll(parts, policy.decisive);
    case 'any':
    case 'atLeast': {
      const needed = approvalsNeeded(policy);
      if (approved >= needed) return 'approved';
      return approved + open >= needed ? 'open' : 'rejected';
    }
  }
}

function statusOfAll(parts: readonly NodeStatus[], decisive: number | undefined): NodeStatus {
  if (parts.includes('rejected')) return 'rejected';
  if (parts.includes('open')) return 'open';
  if (decisive !== undefined) return parts[decisive] ?? 'rejected';
  return parts.includes('approved') ? 'approved' : 'rejected';
}

function statusOfOffice(answer: SlotAnswer | undefined): NodeStatus {
  switch (answer) {
    case undefined:
      return 'open';
    case 'approve':
      return 'approved';
    case 'reject':
      return 'rejected';
    case 'abstain':
      return 'abstained';
  }
}

/** Slots of the undecided parts whose turn it is. */
function openSlots(policy: Policy, answers: Answers): readonly string[] {
  if (policy.kind === 'office' || policy.kind === 'body') return [policy.office];
  if (policy.kind === 'veto') return openSlots(allOf(policy), answers);
  const undecided = policy.of.filter((part) => statusOf(part, answers) === 'open');
  const reached = policy.kind === 'sequence' ? undecided.slice(0, 1) : undecided;
  return reached.flatMap((part) => openSlots(part, answers));
}

/** Slots of the undecided parts, those included whose turn is still to come. */
function awaitedSlots(policy: Policy, answers: Answers): readonly string[] {
  if (policy.kind === 'office' || policy.kind === 'body') return [policy.office];
  if (policy.kind === 'veto') return awaitedSlots(allOf(policy), answers);
  return policy.of
    .filter((part) => statusOf(part, answers) === 'open')
    .flatMap((part) => awaitedSlots(part, answers));
}

function slotsOf(policy: Policy): readonly string[] {
  if (policy.kind === 'office' || policy.kind === 'body') return [policy.office];
  return policy.kind === 'veto' ? slotsOf(allOf(policy)) : policy.of.flatMap(slotsOf);
}

function allOf({ by, of }: Extract<Policy, { kind: 'veto' }>): Policy {
  return { kind: 'all', of: [...by.map((office) => ({ kind: 'office' as const, office })), of] };
}
