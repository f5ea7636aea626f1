/** What a moment needs to know besides its own programme's state: looked up by the engine and handed to the rules as data. */
import type { LocalDate } from '../calendar/types.ts';

/** What a unit reported last by the measured day. */
export interface ReportedValue {
  /** Null where the value stands for the whole programme. */
  readonly unit: string | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly asOf: LocalDate;
}

/** What an indicator stands on at the planned instant: values that were reported, or units of a roll-out that are done. */
export type MeasurementFacts =
  | {
      readonly kind: 'measurement';
      readonly source: 'reported';
      readonly values: readonly ReportedValue[];
    }
  | { readonly kind: 'measurement'; readonly source: 'units'; readonly done: readonly string[] };

/** Whether a value was reported before for the same indicator, unit and day: the position of the last such report. */
export interface ReportFacts {
  readonly kind: 'report';
  readonly replaces: number | null;
}

/** Which unit programmes there are now. */
export interface UnitsFacts {
  readonly kind: 'units';
  readonly started: readonly string[];
}

export type MomentFacts = MeasurementFacts | UnitsFacts | ReportFacts;
