/** Sign-off policies: outcome and open slots are one pure function of policy and answers, explained in words in both languages. */
import type { Localised } from './localised.ts';
import type {
  Answers,
  BodyPolicy,
  Policy,
  PolicyOutcome,
  SlotAnswer,
  TitleOf,
} from './policy-types.ts';
import { wordPolicy } from './policy-wording.ts';

export type {
  Answers,
  BodyPolicy,
  Policy,
  PolicyOutcome,
  SlotAnswer,
  TitleOf,
} from './policy-types.ts';

export interface PolicyState {
  readonly outcome: PolicyOutcome;
  /** Offices whose turn it is and whose answer may still matter, in the order of the policy. */
  readonly open: readonly string[];
  /** Offices that have not answered and need not any more, in the order of the policy. */
  readonly notRequired: readonly string[];
}

type Group = Exclude<Policy, { kind: 'office' | 'body' | 'veto' }>;

/** Only an office or a body can abstain, a veto around it or not; a group in which nobody approves has rejected. */
type NodeStatus = PolicyOutcome | 'abstained';

/** The offices of a policy, each once, in the order of the policy. */
export function officesOf(policy: Policy): readonly string[] {
  return [...new Set(slotsOf(policy))];
}

/** The offices that have a veto somewhere in the policy, in the order of the policy. */
export function vetoOfficesOf(policy: Policy): readonly string[] {
  switch (policy.kind) {
    case 'office':
    case 'body':
      return [];
    case 'veto':
      return [...policy.by, ...vetoOfficesOf(policy.of)];
    default:
      return policy.of.flatMap(vetoOfficesOf);
  }
}

/** The body whose result the office records; undefined for an office that decides by itself. */
export function bodyOf(policy: Policy, office: string): BodyPolicy | undefined {
  switch (policy.kind) {
    case 'office':
      return undefined;
    case 'body':
      return policy.office === office ? policy : undefined;
    case 'veto':
      return bodyOf(policy.of, office);
    default:
      return policy.of.map((part) => bodyOf(part, office)).find((body) => body !== undefined);
  }
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
 * - `veto`: a rejection by an office of any veto, at any depth, rejects the whole policy whatever holds around it. What the veto
 *   guards is not approved before each of its offices was heard, nor is the whole, so that nobody gets past a veto by being
 *   faster. Once they were heard, the veto is as what it guards.
 */
export function evaluatePolicy(policy: Policy, answers: Answers): PolicyState {
  const outcome = outcomeOf(policy, answers);
  const isOpen = outcome === 'open';
  const open = new Set(isOpen ? slotsAsked(policy, answers, 'now') : []);
  const awaited = new Set(
    isOpen ? [...slotsAsked(policy, answers, 'ever'), ...unheard(policy, answers)] : [],
  );
  const notRequired = officesOf(policy).filter(
    (office) => !isAnswered(office, answers) && !awaited.has(office),
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

function outcomeOf(policy: Policy, answers: Answers): PolicyOutcome {
  const isVetoed = vetoOfficesOf(policy).some((office) => answerOf(office, answers) === 'reject');
  if (isVetoed) return 'rejected';
  const status = statusOf(policy, answers);
  if (status === 'approved' && unheard(policy, answers).length > 0) return 'open';
  return status === 'abstained' ? 'rejected' : status;
}

function isAnswered(office: string, answers: Answers): boolean {
  return answerOf(office, answers) !== undefined;
}

/** Offices with a veto in the policy that have not answered. */
function unheard(policy: Policy, answers: Answers): readonly string[] {
  return vetoOfficesOf(policy).filter((office) => !isAnswered(office, answers));
}

/** What the answers make of a part as far as approvals go; whether those with a veto were heard is another question. */
function statusOf(policy: Policy, answers: Answers): NodeStatus {
  if (policy.kind === 'office' || policy.kind === 'body') {
    return statusOfOffice(answerOf(policy.office, answers));
  }
  if (policy.kind === 'veto') return statusOf(policy.of, answers);
  return statusOfGroup(policy, answers);
}

function statusOfGroup(policy: Group, answers: Answers): NodeStatus {
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

/** Slots of the undecided parts: those whose turn it is now, or those included whose turn may still come. */
function slotsAsked(policy: Policy, answers: Answers, when: 'now' | 'ever'): readonly string[] {
  if (statusOf(policy, answers) === 'rejected') return [];
  if (statusOf(policy, answers) !== 'open') return unheard(policy, answers);
  switch (policy.kind) {
    case 'office':
    case 'body':
      return [policy.office];
    case 'veto': {
      const silent = policy.by.filter((office) => !isAnswered(office, answers));
      return [...silent, ...slotsAsked(policy.of, answers, when)];
    }
    default: {
      const undecided = policy.of
        .map((part) => slotsAsked(part, answers, when))
        .filter((slots) => slots.length > 0);
      const isInTurn = policy.kind === 'sequence' && when === 'now';
      return (isInTurn ? undecided.slice(0, 1) : undecided).flat();
    }
  }
}

function slotsOf(policy: Policy): readonly string[] {
  if (policy.kind === 'office' || policy.kind === 'body') return [policy.office];
  if (policy.kind === 'veto') return [...policy.by, ...slotsOf(policy.of)];
  return policy.of.flatMap(slotsOf);
}
