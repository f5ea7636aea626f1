/** How a phase stands, as a light that is told by a word and a shape as well as by its colour. */
import type { Schemas } from '../api/client.ts';
import type { Programme } from './programme-query.ts';

export type Light =
  | 'overdue'
  | 'soon'
  | 'underWay'
  | 'suspended'
  | 'done'
  | 'doneLate'
  | 'scheduled'
  | 'superseded'
  | 'lapsed'
  | 'stopped';

export type Tone = 'red' | 'amber' | 'green' | 'grey';

export const TONES: Readonly<Record<Light, Tone>> = {
  overdue: 'red',
  soon: 'amber',
  underWay: 'green',
  suspended: 'grey',
  done: 'green',
  doneLate: 'amber',
  scheduled: 'grey',
  superseded: 'grey',
  lapsed: 'grey',
  stopped: 'grey',
};

type Standing = Pick<Schemas['Phase'], 'status' | 'overdue' | 'missed' | 'dueAt' | 'coOrganisers'>;

const SOON_DAYS = 5;
const DAY_MS = 86_400_000;

/** Amber: little time is left, the deadline of this round was missed before it was moved, or a co-organiser is late. */
export function lightOf(
  phase: Standing,
  { status, now }: Pick<Programme, 'status' | 'now'>,
): Light {
  switch (phase.status) {
    case 'closed':
      return phase.missed ? 'doneLate' : 'done';
    case 'lapsed':
      return 'lapsed';
    case 'superseded':
    case 'returned':
      return 'superseded';
    case 'scheduled':
      return isEnded(status) ? 'stopped' : 'scheduled';
    case 'open':
      return lightOfOpen(phase, { status, now });
  }
}

function lightOfOpen(phase: Standing, { status, now }: Pick<Programme, 'status' | 'now'>): Light {
  if (isEnded(status)) return 'stopped';
  if (status === 'suspended') return 'suspended';
  if (phase.overdue) return 'overdue';
  const isLate = phase.missed || phase.coOrganisers.some(({ overdue }) => overdue);
  return isLate || daysLeft(phase.dueAt, now) <= SOON_DAYS ? 'soon' : 'underWay';
}

/** Nothing will happen in it any more, though phases of it are not closed. */
export function isEnded(status: Programme['status']): boolean {
  return status === 'withdrawn' || status === 'terminated' || status === 'rejected';
}

/** Whole days until the due instant, the due day included; negative when it is past. */
export function daysLeft(dueAt: string, now: string): number {
  return Math.ceil((Date.parse(dueAt) - Date.parse(now)) / DAY_MS);
}
