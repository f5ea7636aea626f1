/** Indicators: reports, measurements and targets. The refusals. */

export type IndicatorRejectionCode = never;
