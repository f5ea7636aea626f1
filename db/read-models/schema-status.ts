/** Whether the database has the schema that this program knows. */
import { loadMigrations } from '../migration-files.ts';
import { many, type Queryable } from '../query.ts';

const SELECT_APPLIED =
  'SELECT migrations.number, migrations.checksum, migrations.breaking FROM migrations';

/** True when every migration of this program is applied unchanged and no newer one breaks it. */
export async function schemaFits(db: Queryable): Promise<boolean> {
  const rows = await many<{ number: number; checksum: string; breaking: boolean }>(db, {
    text: SELECT_APPLIED,
  });
  const applied = new Map(rows.map((row) => [row.number, row]));
  const known = loadMigrations();
  const complete = known.every(
    ({ number, checksum }) => applied.get(number)?.checksum === checksum,
  );
  return complete && !rows.some(({ number, breaking }) => breaking && number > known.length);
}
