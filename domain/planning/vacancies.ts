/** Offices that nobody holds for a while, in a run on paper. */
import { addDays, startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';

export interface Vacancy {
  readonly office: string;
  readonly from: LocalDate;
  /** The last day on which nobody holds it; null when nobody does again. */
  readonly to: LocalDate | null;
}

/** The first instant from `at` on at which somebody holds the office; null when nobody does again. */
export function heldFrom(
  { office, at }: { readonly office: string; readonly at: Instant },
  vacancies: readonly Vacancy[],
  zone: string,
): Instant | null {
  let held = at;
  // Vacancies may overlap; each one that is left can lead into another one.
  for (let tries = 0; tries <= vacancies.length; tries += 1) {
    const vacancy = vacancies.find((one) => one.office === office && covers(one, held, zone));
    if (vacancy === undefined) return held;
    if (vacancy.to === null) return null;
    held = startOfDay(addDays(vacancy.to, 1), zone);
  }
  return held;
}

function covers({ from, to }: Vacancy, at: Instant, zone: string): boolean {
  if (at < startOfDay(from, zone)) return false;
  return to === null || at < startOfDay(addDays(to, 1), zone);
}
