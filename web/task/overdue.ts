/** How far a deadline lies behind, in whole days of the programme's time. */

const DAY_MS = 86_400_000;

/** 1 on the first day after the due day; 0 while it is not over. */
export function daysOverdue(dueAt: string, now: string): number {
  const pastMs = Date.parse(now) - Date.parse(dueAt);
  return pastMs < 0 ? 0 : Math.floor(pastMs / DAY_MS) + 1;
}

/** Whole days until the due day is over, today included; 0 when it is. */
export function daysLeft(dueAt: string, now: string): number {
  const leftMs = Date.parse(dueAt) - Date.parse(now);
  return leftMs <= 0 ? 0 : Math.ceil(leftMs / DAY_MS);
}
