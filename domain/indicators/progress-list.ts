/** The published list of progress 进展情况: every target and phase with its light, the worst first. */
import { startOfDay } from '../calendar/dates.ts';
import type { Instant } from '../calendar/types.ts';
import type { PhaseState } from '../programme/state.ts';

/** From the worst to the best. */
export const LIGHTS = [
  'overdue',
  'behind',
  'lapsed',
  'under-way',
  'ahead',
  'waiting',
  'done',
] as const;

export type Light = (typeof LIGHTS)[number];

export interface LightScene {
  readonly zone: string;
  /** The instant at which it is looked at. */
  readonly at: Instant;
  /** Null where there is no pace to be held against. */
  readonly behind: boolean | null;
}

/** How a phase stood at an instant; of its rounds only the present one is known. */
export function lightOf(phase: PhaseState, { zone, at, behind }: LightScene): Light {
  const isOver = phase.closedAt !== null && phase.closedAt <= at;
  if (phase.status === 'lapsed' && isOver) return 'lapsed';
  if (isOver) return 'done';
  if (at >= phase.dueAt) return 'overdue';
  if (at < startOfDay(phase.opensOn, zone)) return 'waiting';
  if (behind === null) return 'under-way';
  return behind ? 'behind' : 'ahead';
}

/** For sorting the worst first; what is due earlier goes before. */
export function compareProgress(
  a: { readonly light: Light; readonly dueOn: string },
  b: { readonly light: Light; readonly dueOn: string },
): number {
  const byLight = LIGHTS.indexOf(a.light) - LIGHTS.indexOf(b.light);
  if (byLight !== 0) return byLight;
  if (a.dueOn === b.dueOn) return 0;
  return a.dueOn < b.dueOn ? -1 : 1;
}
