/** Indicators: reports, measurements and targets. The commands. */
import type { LocalDate } from '../../calendar/types.ts';

/** What a unit's value was on a day; a second report of the same day corrects the first, which stays in the record. */
export interface ReportIndicator {
  readonly type: 'ReportIndicator';
  readonly indicator: string;
  /** Null where one value stands for the whole programme. */
  readonly unit: string | null;
  readonly numerator: number;
  /** Null where the rule of the indicator asks for none. */
  readonly denominator: number | null;
  readonly asOf: LocalDate;
  readonly note: string | null;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
  /** Why it corrects an earlier report; null when it is the first for its day. */
  readonly reason: string | null;
}

/** Measures a target now; only once it is due does it close. */
export interface MeasureIndicator {
  readonly type: 'MeasureIndicator';
  readonly indicator: string;
  readonly target: string;
}

export type IndicatorCommand = ReportIndicator | MeasureIndicator;
