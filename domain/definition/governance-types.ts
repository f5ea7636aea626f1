/** Who decides about time: extensions, suspensions, good cause, reviews and accountability. What is left out falls to the owner. */

export interface Governance {
  readonly extensions?: {
    readonly decidedBy: string;
    /** Decides where the applicant is the deciding office itself. */
    readonly otherwise: string;
    /** Grants for one round of a phase. */
    readonly most: number;
  };
  readonly suspension?: { readonly decidedBy: string };
  /** Accepts a good cause 正当理由, which stops the climb. */
  readonly goodCause?: { readonly decidedBy: string };
  /** Decides an appeal 复核 against a rung. */
  readonly reviews?: { readonly decidedBy: string; readonly withinWorkdays: number };
  /** Decides what the system can only propose. */
  readonly accountability?: { readonly decidedBy: string };
  /** Urging 催办 by hand. */
  readonly urging?: { readonly coolDownHours: number };
}
