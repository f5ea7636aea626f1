/** Indicators: reports, measurements and targets. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface IndicatorEvents {}
