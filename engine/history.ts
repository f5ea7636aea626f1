/** A programme as it stood after one of its events, folded again from the beginning; nothing of today is in it. */
import type { Pool } from 'pg';
import type { StoredEntry } from '../domain/audit/hash-chain.ts';
import { evolve } from '../domain/programme/evolve.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';
import { inOneInstant, readStream } from '../db/ledger/read-stream.ts';
import { eventOf } from '../db/ledger/stored-state.ts';
import { createPastRows, type PastRows } from './past-rows.ts';

/** Folding further would keep whoever asks, and the others, waiting. */
export const MOST_FOLDED = 20_000;

export interface PastProgramme extends PastRows {
  readonly entry: StoredEntry;
  /** Null before the first event. */
  readonly previous: ProgrammeState | null;
  readonly state: ProgrammeState;
}

export interface History {
  /** Null where the programme has no event at the position. The position is at most `MOST_FOLDED`. */
  at(programmeId: string, position: number): Promise<PastProgramme | null>;
}

export function createHistory({ pool }: { readonly pool: Pool }): History {
  return {
    at: (programmeId, position) => {
      if (position > MOST_FOLDED) throw new RangeError(`Position ${position} is too far`);
      return foldTo(pool, `programme/${programmeId}`, position);
    },
  };
}

function foldTo(pool: Pool, stream: string, position: number): Promise<PastProgramme | null> {
  return inOneInstant(pool, async (client) => {
    const rows = createPastRows();
    let previous: ProgrammeState | null = null;
    for await (const entry of readStream(client, stream)) {
      const event = eventOf(entry);
      const state = evolve(previous, event, entry.position);
      rows.note(event);
      if (entry.position === position) return { entry, previous, state, ...rows.taken() };
      previous = state;
    }
    return null;
  });
}
