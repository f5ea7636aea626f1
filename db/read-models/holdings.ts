/** Who holds which seat, as the directory's events left it; a reader catches up by position. */
import type { Instant } from '../../domain/calendar/types.ts';
import { exec, many, maybeOne, type Queryable } from '../query.ts';

export interface HoldingRow {
  readonly id: string;
  readonly seat: string;
  readonly office: string;
  readonly programmeId: string | null;
  readonly personId: string;
  readonly from: Instant;
  /** Excluded; null while it is open. */
  readonly until: Instant | null;
  /** Last event of the directory that touched it. */
  readonly position: number;
}

const COLUMNS = `
  holdings.id, holdings.seat, holdings.office, holdings.programme_id AS "programmeId", holdings.person_id AS "personId",
  holdings.from_at AS "from", holdings.until_at AS "until", holdings.position`;

const SELECT_SINCE = `SELECT ${COLUMNS} FROM holdings WHERE holdings.position > $1 ORDER BY holdings.position, holdings.id`;

const SELECT_ONE = `SELECT ${COLUMNS} FROM holdings WHERE holdings.id = $1`;

const INSERT = `
  INSERT INTO holdings (id, seat, office, programme_id, person_id, from_at, until_at, position)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const END = 'UPDATE holdings SET until_at = $2, position = $3 WHERE holdings.id = $1';

export async function listHoldingsSince(
  db: Queryable,
  position: number,
): Promise<readonly HoldingRow[]> {
  return many<HoldingRow>(db, { name: 'holdings-since', text: SELECT_SINCE, values: [position] });
}

export async function findHolding(db: Queryable, id: string): Promise<HoldingRow | null> {
  return maybeOne<HoldingRow>(db, { text: SELECT_ONE, values: [id] });
}

export async function insertHolding(db: Queryable, row: HoldingRow): Promise<void> {
  const { id, seat, office, programmeId, personId, from, until, position } = row;
  await exec(db, {
    text: INSERT,
    values: [id, seat, office, programmeId, personId, from, until, position],
  });
}

export async function endHolding(
  db: Queryable,
  end: { readonly id: string; readonly until: Instant; readonly position: number },
): Promise<void> {
  await exec(db, { text: END, values: [end.id, end.until, end.position] });
}
