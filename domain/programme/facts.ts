/** What a moment needs to know besides its own programme's state: looked up by the engine and handed to the rules as data. */
import type { LocalDate } from '../calendar/types.ts';
import type { ProgrammeStatus } from './state.ts';

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
  /** Ids of those that stand for a unit of a set. */
  readonly started: readonly string[];
  /** Ids of those that were ended, as their unit left the set or their parent ended. */
  readonly ended: readonly string[];
  /** Ids of those that stand for a unit of a set and whose clock stands still. */
  readonly suspended: readonly string[];
}

/** How the programme stands for whose unit another one runs. */
export interface ParentFacts {
  readonly kind: 'parent';
  readonly status: ProgrammeStatus;
}

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

export type MomentFacts = MeasurementFacts | UnitsFacts | ReportFacts | ParentFacts;
