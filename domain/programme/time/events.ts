/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface TimeEvents {}
