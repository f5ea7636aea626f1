/** Arithmetic of plain days, `YYYY-MM-DD`, which have no zone. */

const DAY_MS = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Every day from one to another, both included. */
export function daysFrom(from: string, to: string): readonly string[] {
  const count = Math.max(daysBetween(from, to), 0) + 1;
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}
