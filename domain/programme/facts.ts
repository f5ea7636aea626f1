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
  /** Ids of those that stand for a unit of a set. */
  readonly started: readonly string[];
  /** Ids of those that were ended, as their unit left the set or their parent ended. */
  readonly ended: readonly string[];
}

export type MomentFacts = MeasurementFacts | UnitsFacts;

/** A unit whose unit programme has closed a phase, and the round in which it did. */
export interface ClosedUnit {
  readonly unit: string;
  readonly round: number;
}

/** What a command on samples needs to know of unit programmes. */
export type UnitCommandFacts =
  | {
      readonly kind: 'closed';
      /** Null when the unit programmes have no such phase. */
      readonly closed: readonly ClosedUnit[] | null;
      /** Hash (hex) of the last entry of the ledger before the command. */
      readonly headHash: string;
    }
  | {
      readonly kind: 'inspected';
      /** The round in which the unit's phase is closed; null when it is not. */
      readonly round: number | null;
      /** Whether the actor handed in or decided anything in the unit programme. */
      readonly tookPart: boolean;
    };
