/** What a sign-off costs without rules: the same transaction behind a bare Express handler. */
import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request } from 'express';
import pg from 'pg';
import { serve } from './serve.ts';

export interface BareJob {
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** Everything of a snapshot but the position in front. */
  readonly snapshot: string;
}

const SELECT_SESSION = {
  name: 'session',
  text: `SELECT people.id, people.account FROM sessions JOIN people ON people.id = sessions.person_id
          WHERE sessions.token_hash = $1 AND sessions.expires_at > now()`,
};

const SELECT_TASK = {
  name: 'task',
  text: `SELECT tasks.programme_id, tasks.status, programmes.position, programmes.head_hash
           FROM tasks JOIN programmes ON programmes.id = tasks.programme_id
          WHERE tasks.id = $1 FOR UPDATE OF tasks, programmes`,
};

const WRITE = {
  name: 'write',
  text: `
    WITH put_event AS (
      INSERT INTO events (programme_id, position, type, data, bytes, actor, command_id, recorded_at, prev_hash, hash)
      VALUES ($1, $2, 'StepDecided', $3::text::jsonb, convert_to($3::text, 'UTF8'), $4::uuid::text, $5, now(), $6, $7)
    ), put_programme AS (
      UPDATE programmes SET position = $2, head_hash = $7, snapshot = $8, updated_at = now() WHERE programmes.id = $1
    ), put_task AS (
      UPDATE tasks SET status = 'done', decided_by = $4::uuid, decided_at = now(), position = $2 WHERE tasks.id = $9
    )
    INSERT INTO outbox (programme_id, from_position, to_position, types, urgent, created_at, available_at)
    VALUES ($1, $2, $2, '{StepDecided}', false, now(), now())`,
};

interface TaskRow {
  readonly programme_id: string;
  readonly status: string;
  readonly position: string;
  readonly head_hash: string;
}

serve({ start });

async function start(job: BareJob): Promise<number> {
  const pool = new pg.Pool({ connectionString: job.databaseUrl, max: job.poolSize });
  const app = createApp(pool, job.snapshot);
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port); // it listens on a port
    });
    server.keepAliveTimeout = 65_000;
  });
}

function createApp(pool: pg.Pool, snapshot: string): Express {
  const app = express();
  app.use(express.json());
  app.post('/v1/tasks/:id/decisions', async (request, response) => {
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    const values = [createHash('sha256').update(token).digest()];
    const { rows } = await pool.query<{ id: string }>({ ...SELECT_SESSION, values });
    const [person] = rows;
    if (person === undefined) {
      response.status(401).json({});
      return;
    }
    const position = await sign(pool, request, { person: person.id, snapshot });
    response.status(position === null ? 409 : 201).json({ position });
  });
  return app;
}

async function sign(
  pool: pg.Pool,
  request: Request<{ id: string }>,
  by: { readonly person: string; readonly snapshot: string },
): Promise<number | null> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<TaskRow>({ ...SELECT_TASK, values: [request.params.id] });
    const [task] = rows;
    if (task?.status !== 'open') {
      await client.query('ROLLBACK');
      return null;
    }
    const position = Number(task.position) + 1;
    await client.query({ ...WRITE, values: valuesOf(request, { ...by, task, position }) });
    await client.query('COMMIT');
    return position;
  } finally {
    client.release();
  }
}

function valuesOf(
  request: Request<{ id: string }>,
  act: {
    readonly person: string;
    readonly snapshot: string;
    readonly task: TaskRow;
    readonly position: number;
  },
): unknown[] {
  const { person, task, position } = act;
  const data = JSON.stringify({ task: request.params.id, ...(request.body as object), by: person }); // JSON objects only are sent
  const hash = createHash('sha256').update(`${task.head_hash}\n${data}`).digest('hex');
  const key = request.headers['idempotency-key'] ?? randomUUID();
  const snapshot = `{"position":${position},${act.snapshot}`;
  return [
    task.programme_id,
    position,
    data,
    person,
    key,
    task.head_hash,
    hash,
    snapshot,
    request.params.id,
  ];
}
