/** What a change of a programme makes stale. */
import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries.ts';

/** Lists that any programme may be on. */
const LISTS = [
  keys.tasks,
  keys.programmes,
  keys.deliverables,
  keys.copies,
  keys.consultations,
  keys.pending,
  keys.notifications,
] as const;

/** What is on the page is read again at once, the rest when it is next shown. */
export function forgetProgrammes(queries: QueryClient, ids: readonly string[]): void {
  for (const id of ids) void queries.invalidateQueries({ queryKey: keys.programme(id) });
  for (const queryKey of LISTS) void queries.invalidateQueries({ queryKey });
}

export function forgetEverything(queries: QueryClient): void {
  void queries.invalidateQueries();
}
