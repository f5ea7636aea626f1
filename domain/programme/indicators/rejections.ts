/** Indicators: reports, measurements and targets. The refusals. */

export type IndicatorRejectionCode =
  | 'unknown-indicator'
  | 'unknown-target'
  | 'indicator-not-reported'
  | 'report-unit-invalid'
  | 'report-number-invalid'
  | 'report-denominator-missing'
  | 'report-denominator-unexpected'
  | 'report-above-whole'
  | 'report-date-invalid'
  | 'report-evidence-missing'
  | 'report-reason-missing';
