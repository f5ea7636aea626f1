/** The programme's own row as it stands, for comparing and restoring it. */
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '../../domain/calendar/types.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import type { UnitParent } from '../../domain/programme/units/state.ts';
import { exec, many, one } from '../query.ts';
import { LATER_EVENTS, readState, type StoredState } from './stored-state.ts';

export interface ProgrammeRow {
  readonly id: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly status: string;
  readonly position: number;
  readonly headHash: string;
  readonly nextAt: Instant | null;
  readonly seats: Readonly<Record<string, string>>;
  readonly calendar: { readonly key: string; readonly version: number };
  readonly state: ProgrammeState;
  readonly parent: UnitParent | null;
}

const SELECT_ROW = `
  SELECT programmes.id, json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
         programmes.status, programmes.position, programmes.head_hash AS "headHash", programmes.next_at AS "nextAt", programmes.seats,
         CASE WHEN programmes.parent_id IS NOT NULL THEN
           json_build_object('programme', programmes.parent_id, 'rollout', programmes.rollout, 'unit', programmes.unit) END AS parent,
         json_build_object('key', programmes.calendar_key, 'version', programmes.calendar_version) AS calendar,
         programmes.snapshot, ${LATER_EVENTS} AS later
    FROM programmes WHERE programmes.id = $1`;

const SELECT_IDS =
  'SELECT programmes.id FROM programmes ORDER BY programmes.created_at, programmes.id';

const RESTORE = `
  UPDATE programmes SET status = $2, position = $3, head_hash = $4, snapshot = $5, snapshot_position = $3, next_at = $6,
         parent_id = $7, rollout = $8, unit = $9, calendar_key = $10, calendar_version = $11, definition_version = $12
   WHERE programmes.id = $1`;

/** @throws RowCountError when there is no such programme. */
export async function findProgrammeRow(
  client: PoolClient,
  id: string,
  mode: 'read' | 'lock',
): Promise<ProgrammeRow> {
  const text = mode === 'lock' ? `${SELECT_ROW} FOR UPDATE` : SELECT_ROW;
  const { snapshot, later, ...row } = await one<Omit<ProgrammeRow, 'state'> & StoredState>(client, {
    text,
    values: [id],
  });
  return { ...row, state: readState({ snapshot, later }).state };
}

export async function listProgrammeIds(pool: Pool): Promise<readonly string[]> {
  const rows = await many<{ id: string }>(pool, { text: SELECT_IDS });
  return rows.map(({ id }) => id);
}

export async function restoreProgramme(
  client: PoolClient,
  id: string,
  row: Pick<ProgrammeRow, 'status' | 'position' | 'headHash' | 'nextAt' | 'parent' | 'calendar'> & {
    readonly snapshot: string;
    readonly version: number;
  },
): Promise<void> {
  const { status, position, headHash, snapshot, nextAt, parent, calendar, version } = row;
  const place = [parent?.programme ?? null, parent?.rollout ?? null, parent?.unit ?? null];
  const values = [
    ...[id, status, position, headHash, snapshot, nextAt],
    ...place,
    ...[calendar.key, calendar.version, version],
  ];
  await exec(client, { text: RESTORE, values });
}
