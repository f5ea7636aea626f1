/** Publishing a definition: judged, given its place among the versions, recorded in a stream of its own, never edited afterwards. */
import type { Pool, PoolClient } from 'pg';
import { contentHash } from '../domain/audit/content-hash.ts';
import type { Instant } from '../domain/calendar/types.ts';
import type { Fault } from '../domain/definition/fault.ts';
import type { Definition } from '../domain/definition/types.ts';
import { UniqueViolationError } from '../db/errors.ts';
import { appendToStream, lockStream, openStream } from '../db/ledger/append-stream.ts';
import { transaction } from '../db/query.ts';
import { insertCommand } from '../db/read-models/commands.ts';
import {
  findDefinitionHash,
  findLatestVersion,
  insertDefinition,
} from '../db/read-models/definitions.ts';
import { listOffices } from '../db/read-models/people.ts';
import type { Clock } from '../platform/clock.ts';
import { parseDefinition } from '../programmes/parse-definition.ts';
import { rolloutFault } from '../programmes/rollout-faults.ts';
import type { DefinitionStore } from './definition-store.ts';
import { DIRECTORY_STREAM, findReplay, putOffice } from './directory.ts';
import type { CommandKey, DataError, StoredAnswer } from './types.ts';

export type PublicationRefusal =
  | {
      readonly code: 'definition-faulty';
      readonly params: Readonly<Record<string, string | number>>;
      readonly errors: readonly DataError[];
    }
  | {
      readonly code: 'definition-version-invalid' | 'idempotency-key-reused';
      readonly params: Readonly<Record<string, string | number>>;
    };

export type Publication =
  | { readonly kind: 'done' | 'replayed'; readonly answer: StoredAnswer }
  | { readonly kind: 'refused'; readonly refusal: PublicationRefusal };

export interface PublicationAct {
  /** A person's id. */
  readonly by: string;
  readonly key: CommandKey;
}

export interface DefinitionPublisher {
  /** Publishes the next version of its key; the same content once more changes nothing and is no refusal. */
  publish(candidate: unknown, act: PublicationAct): Promise<Publication>;
}

export interface PublisherDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly definitions: DefinitionStore;
}

export function createDefinitionPublisher(deps: PublisherDeps): DefinitionPublisher {
  return {
    publish: async (candidate, act) => {
      const parsed = parseDefinition(candidate);
      if (!parsed.ok) return faulty(parsed.faults);
      const { definition } = parsed;
      // What ships with the program takes its versions first.
      await deps.definitions.publish();
      const missing = await publishedRolloutFaults(definition, deps.definitions);
      if (missing.length > 0) return faulty(missing);
      return publishOnce(deps, definition, act);
    },
  };
}

async function publishOnce(
  deps: PublisherDeps,
  definition: Definition,
  act: PublicationAct,
): Promise<Publication> {
  try {
    return await transaction(deps.pool, (client) =>
      publishIn(client, { definition, act, at: deps.clock.now().toISOString() }),
    );
  } catch (error) {
    // Two at once under one key: the loser gives the winner's answer.
    const replay =
      error instanceof UniqueViolationError ? await replayOf(deps.pool, act.key) : null;
    if (replay === null) throw error;
    return replay;
  }
}

interface Publishing {
  readonly definition: Definition;
  readonly act: PublicationAct;
  readonly at: Instant;
}

async function publishIn(client: PoolClient, publishing: Publishing): Promise<Publication> {
  const { definition, act, at } = publishing;
  const { key, version } = definition;
  const stream = `definition/${key}`;
  await openStream(client, stream);
  await lockStream(client, stream);
  const replay = await replayOf(client, act.key);
  if (replay !== null) return replay;
  const sha256 = contentHash(definition);
  const stored = await findDefinitionHash(client, key, version);
  const latest = (await findLatestVersion(client, key)) ?? 0;
  const isThere = stored === sha256;
  if (!isThere && version !== latest + 1) {
    const params = { key, version, expected: latest + 1 };
    return { kind: 'refused', refusal: { code: 'definition-version-invalid', params } };
  }
  const position = isThere ? 0 : await record(client, publishing, sha256);
  const location = `/v1/definitions/${key}/versions/${version}`;
  const status = isThere ? 200 : 201;
  const body = { key, version, sha256 };
  const recordedAt = at;
  await insertCommand(client, {
    ...{ ...act.key, status, answer: body, location, stream, position, recordedAt },
  });
  return { kind: 'done', answer: { status, body, location } };
}

/** The position of the event. */
async function record(
  client: PoolClient,
  { definition, act, at }: Publishing,
  sha256: string,
): Promise<number> {
  const { key, version } = definition;
  await defineOffices(client, { definition, act, at });
  const origin = 'published';
  await insertDefinition(client, {
    ...{ key, version, body: definition, sha256, publishedAt: at, origin },
  });
  return appendToStream(client, {
    stream: `definition/${key}`,
    events: [{ type: 'DefinitionPublished', data: { key, version, sha256, by: act.by } }],
    actor: act.by,
    commandId: act.key.id,
    at,
  });
}

/** Offices that the organisation did not know before, so that people can be appointed to them. */
async function defineOffices(
  client: PoolClient,
  { definition, act, at }: Publishing,
): Promise<void> {
  await lockStream(client, DIRECTORY_STREAM);
  const known = new Set((await listOffices(client)).map(({ key }) => key));
  const by = { stream: DIRECTORY_STREAM, actor: act.by, commandId: act.key.id, at };
  const scene = {
    client,
    now: at,
    append: (events: Parameters<typeof appendToStream>[1]['events']) =>
      appendToStream(client, { ...by, events }),
  };
  for (const { key, title } of definition.offices) {
    if (!known.has(key)) await putOffice(scene, key, title);
  }
}

async function replayOf(db: Pool | PoolClient, key: CommandKey): Promise<Publication | null> {
  const replay = await findReplay(db, key);
  if (replay === null || replay.kind === 'replayed') return replay;
  return { kind: 'refused', refusal: { code: 'idempotency-key-reused', params: {} } };
}

/** Faults of roll-outs whose definition nobody published, or that rolls out by itself. */
export async function publishedRolloutFaults(
  { rollouts = [] }: Definition,
  definitions: Pick<DefinitionStore, 'get'>,
): Promise<readonly Fault[]> {
  const errors: Fault[] = [];
  for (const [index, { definition }] of rollouts.entries()) {
    const found = await definitions.get(definition.key, definition.version);
    const fault = rolloutFault(found ?? undefined, `/rollouts/${index}`);
    if (fault !== null) errors.push(fault);
  }
  return errors;
}

function faulty(errors: readonly DataError[]): Publication {
  const told = errors.map(({ pointer, message }) => ({ pointer, message }));
  return { kind: 'refused', refusal: { code: 'definition-faulty', params: {}, errors: told } };
}
