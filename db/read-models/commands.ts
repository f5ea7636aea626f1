/** Commands that were answered before, outside the hot path. */
import type { Instant } from '../../domain/calendar/types.ts';
import { exec, maybeOne, type Queryable } from '../query.ts';
import type { AnsweredCommand } from '../ledger/read-head.ts';

export interface NewCommand extends AnsweredCommand {
  readonly scope: string;
  readonly id: string;
  readonly stream: string;
  readonly position: number;
  readonly recordedAt: Instant;
}

const SELECT_ONE = `
  SELECT commands.body_hash AS "bodyHash", commands.status, commands.answer, commands.location
    FROM commands WHERE commands.scope = $1 AND commands.id = $2`;

const INSERT = `
  INSERT INTO commands (scope, id, body_hash, status, answer, location, stream, position, recorded_at)
  VALUES ($1, $2, $3, $4, $5::json, $6, $7, $8, $9)`;

export async function findCommand(
  db: Queryable,
  scope: string,
  id: string,
): Promise<AnsweredCommand | null> {
  return maybeOne<AnsweredCommand & Record<string, unknown>>(db, {
    text: SELECT_ONE,
    values: [scope, id],
  });
}

export async function insertCommand(db: Queryable, row: NewCommand): Promise<void> {
  const { scope, id, bodyHash, status, answer, location, stream, position, recordedAt } = row;
  const values = [
    scope,
    id,
    bodyHash,
    status,
    JSON.stringify(answer),
    location,
    stream,
    position,
    recordedAt,
  ];
  await exec(db, { text: INSERT, values });
}
