/** The shape of a sign-off policy and of what its slots say. */
import type { Localised } from './localised.ts';

/** Who must agree. An office stands at most once in a policy; each place of an office is a slot. */
export type Policy =
  | { readonly kind: 'office'; readonly office: string }
  | ({ readonly kind: 'sequence'; readonly of: readonly Policy[] } & WithSigner)
  | ({ readonly kind: 'all'; readonly of: readonly Policy[] } & WithSigner)
  | { readonly kind: 'any'; readonly of: readonly Policy[] }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Policy[] }
  | BodyPolicy
  /** One-vote veto 一票否决: a rejection by one of `by` rejects the whole step; each of them must have been heard. */
  | { readonly kind: 'veto'; readonly by: readonly string[]; readonly of: Policy };

/**
 * Of a group that was made in a run, for a signer added to a slot; no definition has it. The part at this index speaks for the group
 * once all of it is heard and nobody rejects: whoever was added can object, but never agrees in the place of whom the paper names.
 */
interface WithSigner {
  readonly decisive?: number;
}

/** A body that meets and votes 会议表决; one office records the meeting. */
export interface BodyPolicy {
  readonly kind: 'body';
  readonly office: string;
  readonly title: Localised;
  readonly ballot: 'secret' | 'named';
  /** Of those eligible 应到 who must be present 实到. */
  readonly quorum: Share;
  readonly majority: Share & { readonly of: 'eligible' | 'present' | 'votes' };
}

/** At least, or more than, `numerator / denominator`. */
export interface Share {
  readonly rule: 'at-least' | 'more-than';
  readonly numerator: number;
  readonly denominator: number;
}

/** What a slot said; a return ends the round at once and therefore never reaches the policy. */
export type SlotAnswer = 'approve' | 'reject' | 'abstain';

export type PolicyOutcome = 'open' | 'approved' | 'rejected';

export type Answers = Readonly<Record<string, SlotAnswer>>;

/** How people call an office. */
export type TitleOf = (office: string) => Localised;
