/** What an indicator asks of whom, and how a target stands. */
import type { Indicator, Target } from './indicator-queries.ts';

/** Whether every unit must reach the target by itself; the value is then the percentage of those that do. */
export function asksEach({ source }: Pick<Indicator, 'source'>): boolean {
  return source.rollUp === 'each-unit';
}

/** Whether a report has a part and a whole. */
export function hasWhole({ unit, source }: Pick<Indicator, 'unit' | 'source'>): boolean {
  return unit === 'percent' || unit === 'per-10000' || source.rollUp === 'ratio';
}

export type SourceWord = 'ratio' | 'sum' | 'each-unit' | 'whole' | 'units' | 'group';

export function sourceWord({ source }: Pick<Indicator, 'source'>): SourceWord {
  if (source.kind === 'units') return source.each === 'group' ? 'group' : 'units';
  if (source.unitSet === null) return 'whole';
  return source.rollUp ?? 'whole';
}

export type StandingWord = 'met' | 'missed' | 'behind' | 'kept' | 'under' | 'waiting' | 'done';

export function standingOf({ status, overdue, current }: Target): StandingWord {
  if (status === 'closed') return 'done';
  if (overdue) return 'missed';
  if (current?.met === true) return 'met';
  if (status === 'scheduled') return 'waiting';
  if (current?.pace === undefined) return 'under';
  return current.pace.behind ? 'behind' : 'kept';
}

export type OccasionWord = 'target' | 'pace' | 'asked' | 'rung';

export function occasionWord(occasion: string): OccasionWord {
  if (occasion === 'target' || occasion === 'asked') return occasion;
  return occasion.startsWith('pace-') ? 'pace' : 'rung';
}
