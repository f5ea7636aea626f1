/** Sets of units 单位 (towns, communities, villages) and roll-outs: one unit programme for each unit of a set. */
import type { Localised } from './localised.ts';

export interface UnitSetDefinition {
  readonly key: string;
  readonly title: Localised;
  /** The set of the units that these lie in; null for the widest. */
  readonly within: string | null;
  /** What stands for the set in a rehearsal, as the papers name no units. */
  readonly madeUp: { readonly count: number; readonly title: Localised };
}

/** A unit as it was frozen at activation. */
export interface Unit {
  readonly key: string;
  readonly title: Localised;
  /** Key of the unit of the wider set in which it lies. */
  readonly within: string | null;
  /** Offices of the unit programme that a person holds for this unit only, by id; the others are the organisation's. */
  readonly offices?: Readonly<Record<string, string>>;
}

export interface RolloutDefinition {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly unitSet: string;
  /** The definition of the unit programmes. */
  readonly definition: { readonly key: string; readonly version: number };
  /** Sample acceptance 抽查验收: how many of the finished units an office inspects. */
  readonly inspection?: InspectionRule;
}

export interface InspectionRule {
  readonly clause: string;
  /** The office that draws and inspects. */
  readonly office: string;
  /** Percent of the finished units, rounded up; at least `least`. */
  readonly sharePercent: number;
  readonly least: number;
}
