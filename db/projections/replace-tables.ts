/** Puts rebuilt read models in the place of those that stand there. */
import type { PoolClient } from 'pg';
import { READ_MODEL_PARTS } from '../ledger/read-model-parts.ts';
import { composeStatement, rowsOf } from '../ledger/statement.ts';
import { exec } from '../query.ts';
import type { RowChanges } from './rows.ts';

const DELETES: readonly string[] = [
  'DELETE FROM phases WHERE phases.programme_id = $1',
  'DELETE FROM tasks WHERE tasks.programme_id = $1',
  'DELETE FROM deliverables WHERE deliverables.programme_id = $1',
  'DELETE FROM escalations WHERE escalations.programme_id = $1',
  'DELETE FROM matters WHERE matters.programme_id = $1',
  'DELETE FROM moments WHERE moments.programme_id = $1',
  'DELETE FROM consultations WHERE consultations.programme_id = $1',
  'DELETE FROM copies WHERE copies.programme_id = $1',
  'DELETE FROM indicator_reports WHERE indicator_reports.programme_id = $1',
  'DELETE FROM indicator_measurements WHERE indicator_measurements.programme_id = $1',
];

const SELF = 'SELECT programmes.id FROM programmes WHERE programmes.id = $1';

/** Notifications that are there stay, with whether they were read and mailed; missing ones are put in without being mailed. */
export async function replaceTables(
  client: PoolClient,
  programmeId: string,
  rows: RowChanges,
): Promise<void> {
  for (const text of DELETES) await exec(client, { text, values: [programmeId] });
  const parts = READ_MODEL_PARTS.map(({ key, sql }) => ({
    key,
    sql,
    rows: rowsOf(programmeId, rows[key]),
  }));
  await exec(client, composeStatement({ key: 'rebuild', sql: SELF, values: [programmeId] }, parts));
}
