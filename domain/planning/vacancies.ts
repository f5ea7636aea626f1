/** Offices that nobody holds for a while, in a run on paper. */
import { addDays, startOfDay } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';

export interface Vacancy {
  readonly office: string;
  readonly from: LocalDate;
  /** The last day on which nobody holds it; null when nobody does again. */
  readonly to: LocalDate | null;
}

export function isHeldAt(
  office: string,
  at: Instant,
  { definition, vacancies = [] }: VacantOffices,
): boolean {
  return !vacancies.some((one) => one.office === office && covers(one, at, definition.zone));
}

interface VacantOffices {
  readonly definition: { readonly zone: string };
  readonly vacancies?: readonly Vacancy[] | undefined;
}

function covers({ from, to }: Vacancy, at: Instant, zone: string): boolean {
  if (at < startOfDay(from, zone)) return false;
  return to === null || at < startOfDay(addDays(to, 1), zone);
}
