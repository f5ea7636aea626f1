/** What a moment needs to know besides its own programme's state: looked up by the engine and handed to the rules as data. */

/** A value as it stood at the planned instant. */
export interface MeasurementFacts {
  readonly kind: 'measurement';
  readonly numerator: number;
  readonly denominator: number | null;
  /** Units that count towards the numerator, and those that do not, by key; null where the value has no units. */
  readonly met: readonly string[] | null;
  readonly unmet: readonly string[] | null;
}

/** Which unit programmes there are now. */
export interface UnitsFacts {
  readonly kind: 'units';
  readonly started: readonly string[];
}

export type MomentFacts = MeasurementFacts | UnitsFacts;
