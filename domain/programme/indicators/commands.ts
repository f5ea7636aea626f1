/** Indicators: reports, measurements and targets. The commands. */

export type IndicatorCommand = never;
