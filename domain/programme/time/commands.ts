/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The commands. */

export type TimeCommand = never;
