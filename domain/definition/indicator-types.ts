/** Indicators 指标: what is measured, how units' values are rolled up, and the targets with their dates. */
import type { LocalDate } from '../calendar/types.ts';
import type { DutyInterval } from './duty-types.ts';
import type { Localised } from './localised.ts';
import type { Ladder } from './types.ts';

export type Comparator = 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'equal-to';

export type IndicatorUnit = 'percent' | 'count' | 'per-10000' | 'hours';

/**
 * How the values of the units become one: `ratio` sums numerators and denominators; `sum` adds numerators; `each-unit` asks every unit
 * to meet the target by itself.
 */
export type RollUp = 'ratio' | 'sum' | 'each-unit';

export type IndicatorSource =
  | {
      readonly kind: 'reported';
      /** Null when one value stands for the whole programme. */
      readonly unitSet: string | null;
      readonly rollUp: RollUp;
    }
  /** The share of the units of a roll-out whose unit programme has closed the phase; the whole unit programme where it is null. */
  | {
      readonly kind: 'units';
      readonly rollout: string;
      readonly phase: string | null;
      /** Whether each unit of the wider set must reach the target with its own units. */
      readonly each?: 'group';
    };

export interface TargetDefinition {
  /** Unique within the indicator, e.g. `2015`. */
  readonly key: string;
  readonly value: number;
  /** Measured when this day is over. */
  readonly on: LocalDate;
  /** The day from which the even pace 序时进度 counts; with `counting: within` only what was finished from here on counts. */
  readonly from: LocalDate;
  readonly counting?: 'total' | 'within';
  /** How often the value is held against the even pace before the date. */
  readonly pace?: DutyInterval;
}

export interface IndicatorDefinition {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly unit: IndicatorUnit;
  readonly comparator: Comparator;
  readonly source: IndicatorSource;
  /** The office that reports, and answers when a target is missed. */
  readonly office: string;
  readonly targets: readonly TargetDefinition[];
  /** Instead of the definition's ladder. */
  readonly ladder?: Ladder;
}
