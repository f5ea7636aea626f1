/** Standing duties: periods that open one after another. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface DutyEvents {}
