/** The tables, rows and process of the sign-off without rules. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CallerRequest } from './processes/http-caller.ts';
import type { BareJob } from './processes/bare-server.ts';
import { createSupply, type Supply } from './supply.ts';
import type { Surroundings } from './surroundings.ts';

const PROGRAMMES = 1000;
const TASKS_PER_PROGRAMME = 20;
const SNAPSHOT_CHARACTERS = 6_600;

/** The indexes that any inbox and any outbox need, and no other. */
const TABLES = `
  CREATE TABLE people (id uuid PRIMARY KEY, account text NOT NULL);
  CREATE TABLE sessions (token_hash bytea PRIMARY KEY, person_id uuid NOT NULL, expires_at timestamptz NOT NULL);
  CREATE TABLE programmes (id uuid PRIMARY KEY, position bigint NOT NULL, head_hash text NOT NULL, snapshot text NOT NULL,
    updated_at timestamptz NOT NULL) WITH (fillfactor = 50);
  CREATE TABLE tasks (id text PRIMARY KEY, programme_id uuid NOT NULL, seat text NOT NULL, status text NOT NULL,
    due_at timestamptz NOT NULL, decided_by uuid, decided_at timestamptz, position bigint) WITH (fillfactor = 80);
  CREATE INDEX tasks_inbox ON tasks (seat, due_at, id) WHERE status = 'open';
  CREATE TABLE events (programme_id uuid NOT NULL, position bigint NOT NULL, type text NOT NULL, data jsonb NOT NULL,
    bytes bytea NOT NULL, actor text NOT NULL, command_id text NOT NULL, recorded_at timestamptz NOT NULL,
    prev_hash text NOT NULL, hash text NOT NULL, PRIMARY KEY (programme_id, position));
  CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, programme_id uuid NOT NULL,
    from_position bigint NOT NULL, to_position bigint NOT NULL, types text[] NOT NULL, urgent boolean NOT NULL,
    created_at timestamptz NOT NULL, available_at timestamptz NOT NULL);
  CREATE INDEX outbox_urgent ON outbox (available_at, id) WHERE urgent`;

const INSERT_PROGRAMMES = `
  INSERT INTO programmes (id, position, head_hash, snapshot, updated_at)
  SELECT unnest($1::uuid[]), 1, repeat('0', 64), $2, now()`;

const INSERT_TASKS = `
  INSERT INTO tasks (id, programme_id, seat, status, due_at)
  SELECT programme.id || '.survey.1.signers.signer-' || number, programme.id, 'signer-' || number, 'open', now()
    FROM unnest($1::uuid[]) AS programme(id), generate_series(1, $2) AS number`;

export interface Bare {
  readonly origin: string;
  readonly pid: number;
  /** Open ones. */
  readonly tasks: Supply<CallerRequest>;
}

export async function createBare(around: Surroundings): Promise<Bare> {
  const snapshot = await snapshotLike(around);
  const { bare: owner } = around;
  const ids = Array.from({ length: PROGRAMMES }, () => randomUUID());
  const token = randomBytes(32).toString('base64url');
  await owner.query(TABLES);
  await owner.query(INSERT_PROGRAMMES, [ids, snapshot]);
  await owner.query(INSERT_TASKS, [ids, TASKS_PER_PROGRAMME]);
  await signIn(owner, token);
  await owner.query('VACUUM ANALYZE');
  const helper = await around.helper('bare-server');
  const job: BareJob = {
    databaseUrl: around.bareUrl,
    poolSize: around.config.database.poolSize,
    snapshot: snapshot.slice(1),
  };
  const port = await helper.ask<number>('start', job);
  const origin = `http://127.0.0.1:${port}`;
  return { origin, pid: helper.pid, tasks: createSupply(requests(ids, token)) };
}

/** As long as a state of Milepost halfway through, and of the same kind of text, so that it compresses alike. */
async function snapshotLike({ owner }: Surroundings): Promise<string> {
  const { rows } = await owner.query<{ snapshot: string }>(
    'SELECT programmes.snapshot FROM programmes LIMIT 10',
  );
  const text = rows.map(({ snapshot }) => snapshot).join('');
  return text.slice(0, SNAPSHOT_CHARACTERS);
}

async function signIn(owner: Pool, token: string): Promise<void> {
  const person = randomUUID();
  const tokenHash = createHash('sha256').update(token).digest();
  await owner.query("INSERT INTO people (id, account) VALUES ($1, 'signer')", [person]);
  const text = `INSERT INTO sessions (token_hash, person_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`;
  await owner.query(text, [tokenHash, person]);
}

function requests(ids: readonly string[], token: string): readonly CallerRequest[] {
  return Array.from({ length: TASKS_PER_PROGRAMME }, (_, index) =>
    ids.map((id) => ({
      method: 'POST' as const,
      path: `/v1/tasks/${id}.survey.1.signers.signer-${index + 1}/decisions`,
      token,
      key: randomUUID(),
      body: '{"decision":"approve","opinion":"同意。"}',
    })),
  ).flat();
}
