/** Standing duties: periods that open one after another. The refusals. */

export type DutyRejectionCode = never;
