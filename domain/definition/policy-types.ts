/** The shape of a sign-off policy and of what its slots say. */
import type { Localised } from './localised.ts';

/** Who must agree. An office stands at most once in a policy; each place of an office is a slot. */
export type Policy =
  | { readonly kind: 'office'; readonly office: string }
  | { readonly kind: 'sequence'; readonly of: readonly Policy[] }
  | { readonly kind: 'all'; readonly of: readonly Policy[] }
  | { readonly kind: 'any'; readonly of: readonly Policy[] }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Policy[] };

/** What a slot said; a return ends the round at once and therefore never reaches the policy. */
export type SlotAnswer = 'approve' | 'reject' | 'abstain';

export type PolicyOutcome = 'open' | 'approved' | 'rejected';

export type Answers = Readonly<Record<string, SlotAnswer>>;

/** How people call an office. */
export type TitleOf = (office: string) => Localised;
