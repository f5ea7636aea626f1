/** How a count stands: its distance from the even pace, its shade, and which one to look at first. */
import type { PhaseCount } from './unit-queries.ts';

export interface PaceStanding {
  readonly word: 'done' | 'behind' | 'ahead' | 'even';
  /** Percentage points, one decimal. */
  readonly points: number;
}

export function paceStanding({
  done,
  total,
  percent,
  pace,
  behind,
}: Pick<PhaseCount, 'done' | 'total' | 'percent' | 'pace' | 'behind'>): PaceStanding {
  const points = Math.round(Math.abs(percent - pace) * 10) / 10;
  if (done === total) return { word: 'done', points };
  if (behind) return { word: 'behind', points };
  return { word: points === 0 ? 'even' : 'ahead', points };
}

export const SHADES = ['s0', 's1', 's2', 's3', 's4', 's5'] as const;

export type Shade = (typeof SHADES)[number];

const QUARTER = 25;

/** Nothing and everything have shades of their own; what lies between is shaded by quarters. */
export function shadeOf({ done, total }: { readonly done: number; readonly total: number }): Shade {
  if (done === 0 || total === 0) return 's0';
  if (done >= total) return 's5';
  const quarter = Math.floor(((done / total) * 100) / QUARTER);
  return SHADES[quarter + 1] ?? 's4';
}

/** The phase that was asked for, else the first one that is not finished everywhere. */
export function phaseToShow(
  phases: readonly PhaseCount[],
  wanted: string | null,
): PhaseCount | null {
  return (
    phases.find(({ key }) => key === wanted) ??
    phases.find(({ done, total }) => done < total) ??
    phases[0] ??
    null
  );
}
