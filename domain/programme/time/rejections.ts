/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The refusals. */

export type TimeRejectionCode = never;
