/** Acting through a rehearsal person: a short session of his, opened on record by whoever started the rehearsal. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Instant } from '../domain/calendar/types.ts';
import { appendToStream, lockStream } from '../db/ledger/append-stream.ts';
import { transaction } from '../db/query.ts';
import {
  findRehearsalPerson,
  type RehearsalPersonRow,
} from '../db/read-models/rehearsal-people.ts';
import { openSession } from '../db/read-models/sessions.ts';
import type { Clock } from '../platform/clock.ts';
import { DIRECTORY_STREAM } from './directory.ts';
import { createToken, hashOf } from './sessions.ts';

export interface StandInRequest {
  /** The rehearsal; of unit programmes their parent, in which the persons exist. */
  readonly programmeId: string;
  readonly office: string;
  /** Id of who started the rehearsal: the caller has judged that. */
  readonly by: string;
  /** Of the session that asks; what it opens ends with it. */
  readonly openerToken: string;
}

export interface StandIn extends RehearsalPersonRow {
  readonly token: string;
  readonly expiresAt: Instant;
}

export type StandInOpened =
  | { readonly kind: 'opened'; readonly standIn: StandIn }
  /** No person of the rehearsal holds the office. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'opener-over' };

export interface StandIns {
  open(request: StandInRequest): Promise<StandInOpened>;
}

const LIFETIME_MS = 30 * 60_000;

export function createStandIns(deps: { readonly pool: Pool; readonly clock: Clock }): StandIns {
  return { open: (request) => open(deps, request) };
}

async function open(
  { pool, clock }: { readonly pool: Pool; readonly clock: Clock },
  { programmeId, office, by, openerToken }: StandInRequest,
): Promise<StandInOpened> {
  return transaction(pool, async (client): Promise<StandInOpened> => {
    await lockStream(client, DIRECTORY_STREAM);
    const now = clock.now();
    const person = await findRehearsalPerson(client, { programmeId, office }, now);
    if (person === null) return { kind: 'nobody' };
    const token = createToken();
    const expiresAt = await openSession(client, {
      tokenHash: hashOf(token),
      personId: person.id,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LIFETIME_MS).toISOString(),
      openedBy: hashOf(openerToken),
    });
    if (expiresAt === null) return { kind: 'opener-over' };
    const data = { person: person.id, office, programme: programmeId, by };
    await appendToStream(client, {
      stream: DIRECTORY_STREAM,
      events: [{ type: 'StandInOpened', data }],
      ...{ actor: by, commandId: randomUUID(), at: now.toISOString() },
    });
    return { kind: 'opened', standIn: { ...person, token, expiresAt } };
  });
}
