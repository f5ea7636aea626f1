/** Standing duties: periods that open one after another. The refusals. */

export type DutyRejectionCode = 'period-not-begun' | 'period-over';
