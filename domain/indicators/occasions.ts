/** The occasions at which a target is measured; the qualifiers of its moments. */
import type { LocalDate } from '../calendar/types.ts';

/** At its date. */
export const AT_TARGET = 'target';
/** Because a person asked for it. */
export const ASKED = 'asked';

const PACE = 'pace-';

/** At the end of an interval of its pace. */
export function paceOccasion(day: LocalDate): string {
  return `${PACE}${day}`;
}

export function isPaceOccasion(occasion: string): boolean {
  return occasion.startsWith(PACE);
}

/** The day of an occasion of the pace; null for any other. */
export function paceDay(occasion: string): LocalDate | null {
  return isPaceOccasion(occasion) ? occasion.slice(PACE.length) : null;
}
