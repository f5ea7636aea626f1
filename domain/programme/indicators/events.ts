/** Indicators: reports, measurements and targets. The events. */
import type { LocalDate } from '../../calendar/types.ts';
import type { ClockData, Recipient } from '../events.ts';

/** When a target was measured: at its date, before a rung, at the end of an interval of its pace, or because somebody asked. */
export type MeasuringOccasion = string;

export interface IndicatorEvents {
  readonly IndicatorReported: {
    readonly indicator: string;
    readonly unit: string | null;
    readonly numerator: number;
    readonly denominator: number | null;
    readonly asOf: LocalDate;
    readonly note: string | null;
    readonly files: readonly { readonly sha256: string; readonly name: string }[];
    readonly office: string;
    readonly by: string;
    /** Position of the report that it corrects; null for the first one of its day. */
    readonly replaces: number | null;
    readonly reason: string | null;
  };
  /** `plannedAt` is the instant for which it was measured. */
  readonly IndicatorMeasured: ClockData & {
    /** `target`, the key of a rung, `pace-<date>`, or `asked`. */
    readonly occasion: MeasuringOccasion;
    /** Who asked for it; null where the clock did. */
    readonly by: string | null;
    readonly indicator: string;
    readonly target: string;
    /** Reports up to and of this day count. */
    readonly measuredOn: LocalDate;
    /** The target as it stood. */
    readonly required: number;
    readonly numerator: number;
    readonly denominator: number | null;
    /** In the unit of the indicator, two decimals, cut off; null where nothing could be computed. */
    readonly value: number | null;
    readonly met: boolean;
    /** Units that had not reported; they count for nothing. */
    readonly missing: number;
    /** The first of the units, or groups of units, that fall short. */
    readonly unmet: readonly string[];
    readonly unmetCount: number;
    /** Only where the even pace was looked at: what it asks for on that day, in the unit of the indicator. */
    readonly pace?: { readonly expected: number; readonly behind: boolean };
    /** Only where the value is behind its pace 进度倒逼; empty otherwise. */
    readonly recipients: readonly Recipient[];
  };
}
