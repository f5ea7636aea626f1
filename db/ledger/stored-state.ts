/** The state as it is stored: a snapshot that is a few events old at the most, and the events that came after it. */
import type { EntryContent } from '../../domain/audit/hash-chain.ts';
import { evolve } from '../../domain/programme/evolve.ts';
import { blankAdditions, type ProgrammeState } from '../../domain/programme/state.ts';
import type { PositionedEvent } from '../projections/project.ts';

/** How many events a snapshot may be behind before the next act writes another. */
export const SNAPSHOT_EVERY = 16;

/** Columns of a query on `programmes`. */
export interface StoredState {
  readonly snapshot: string;
  /** Bytes of the events after the snapshot, oldest first; null when there are none. */
  readonly later: readonly string[] | null;
}

/** The column `later` of a query on `programmes`. */
export const LATER_EVENTS = `
  (SELECT array_agg(convert_from(events.bytes, 'UTF8') ORDER BY events.position) FROM events
    WHERE events.stream = 'programme/' || programmes.id AND events.position > programmes.snapshot_position)`;

export interface ReadState {
  readonly state: ProgrammeState;
  /** Position of the snapshot. */
  readonly snapshotAt: number;
}

/** Folds the later events, from the bytes that the chain's hashes cover, into the snapshot. */
export function readState({ snapshot, later }: StoredState): ReadState {
  const stored = completed(JSON.parse(snapshot) as ProgrammeState); // written by this program from a state
  const state = (later ?? []).reduce((before, text) => {
    const event = eventOf(JSON.parse(text) as StoredEvent); // the bytes of an entry
    return evolve(before, event, event.position);
  }, stored);
  return { state, snapshotAt: stored.position };
}

/** Snapshots of earlier versions lack what was added to the state since. */
function completed(stored: ProgrammeState): ProgrammeState {
  return { ...blankAdditions, ...stored };
}

type StoredEvent = Pick<EntryContent, 'type' | 'occurredAt' | 'data' | 'position'>;

/** The event that an entry of a programme's stream holds. */
export function eventOf({ type, occurredAt, data, position }: StoredEvent): PositionedEvent {
  // Written by this program from an event; the chain vouches for the rest.
  return { type, at: occurredAt, data, position } as PositionedEvent;
}
