/** Seats of one programme only, given at its start, with offices that the organisation did not know before. */
import type { PoolClient } from 'pg';
import type { Instant } from '../domain/calendar/types.ts';
import type { Definition } from '../domain/definition/types.ts';
import { appendToStream, lockStream } from '../db/ledger/append-stream.ts';
import { listOffices } from '../db/read-models/people.ts';
import {
  DIRECTORY_STREAM,
  putHolding,
  putOffice,
  putRehearsalPerson,
  type DirectoryScene,
} from './directory.ts';
import type { SeatPlan } from './seats.ts';

export interface Birth {
  readonly id: string;
  readonly definition: Definition;
  readonly seats: SeatPlan;
}

export interface SeatGiver {
  readonly actor: string;
  readonly commandId: string;
  /** Real time. */
  readonly at: Instant;
}

/** Inside the transaction in which the programmes begin. */
export async function giveSeats(
  client: PoolClient,
  births: readonly Birth[],
  by: SeatGiver,
): Promise<void> {
  if (births.every(({ seats }) => seats.given.length === 0)) return;
  const scene: DirectoryScene = {
    client,
    now: by.at,
    append: (events) => appendToStream(client, { stream: DIRECTORY_STREAM, events, ...by }),
  };
  // Of two that start at once, the second has to see which offices the first one made known.
  await lockStream(client, DIRECTORY_STREAM);
  const known = new Set((await listOffices(client)).map(({ key }) => key));
  for (const { id, seats } of births) {
    for (const { office, title, personId, rehearsalPerson } of seats.given) {
      if (!known.has(office)) {
        await putOffice(scene, office, title);
        known.add(office);
      }
      if (rehearsalPerson !== undefined) {
        await putRehearsalPerson(scene, { ...rehearsalPerson, id: personId, rehearsalOf: id });
      }
      await putHolding(scene, { office, programmeId: id, personId, from: by.at, until: null });
    }
  }
}
