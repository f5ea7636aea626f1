/** Who holds what, in memory: caught up whenever the directory has moved on, and judged at an instant of real time. */
import type { Pool } from 'pg';
import type { Instant } from '../domain/calendar/types.ts';
import { listHoldingsSince, type HoldingRow } from '../db/read-models/holdings.ts';

export interface DirectoryCache {
  /** Holdings as of this position of the stream `directory`, or later. */
  catchUp(position: number): Promise<void>;
  /** Ids of the persons who hold the seat at the instant, each once, in a stable order. */
  holdersOf(seat: string, at: Instant): readonly string[];
}

const NOBODY: readonly string[] = [];

export function createDirectoryCache(pool: Pool): DirectoryCache {
  const seats = new Map<string, Map<string, HoldingRow>>();
  let reached = -1;
  return {
    catchUp: async (position) => {
      if (reached >= position) return;
      for (const row of await listHoldingsSince(pool, reached)) {
        remember(seats, row);
        reached = Math.max(reached, row.position);
      }
      // Events that touched no holding count as reached too.
      reached = Math.max(reached, position);
    },
    holdersOf: (seat, at) => {
      const holdings = seats.get(seat);
      if (holdings === undefined) return NOBODY;
      const present = [...holdings.values()].filter((row) => isCurrent(row, at));
      return [...new Set(present.map(({ personId }) => personId))];
    },
  };
}

function remember(seats: Map<string, Map<string, HoldingRow>>, row: HoldingRow): void {
  const holdings = seats.get(row.seat);
  if (holdings === undefined) seats.set(row.seat, new Map([[row.id, row]]));
  else holdings.set(row.id, row);
}

function isCurrent({ from, until }: HoldingRow, at: Instant): boolean {
  return from <= at && (until === null || at < until);
}
