/** The seats by which a person is asked: those held, and vacant ones that fall to a held one because nobody nearer is there. */

const IS_HELD = (seat: string): string => `
  SELECT 1 FROM holdings AS holding
   WHERE holding.seat = ${seat} AND holding.from_at <= $2::timestamptz
     AND (holding.until_at IS NULL OR holding.until_at > $2::timestamptz)`;

/**
 * Clauses `mine` and `asked`: `asked.line` and `asked.acting_seat` are null for a seat of one's own; for a vacant one they are the line
 * that stands in for it and the seat of that line which is the first to be held. Uses `$1` person and `$2` real time. Lines are few and
 * found by the seats in them, so the tasks of seats that are held are never looked at.
 */
export const SEATS_ASKED = `
  mine AS (
    SELECT DISTINCT holdings.seat FROM holdings
     WHERE holdings.person_id = $1::uuid AND holdings.from_at <= $2::timestamptz
       AND (holdings.until_at IS NULL OR holdings.until_at > $2::timestamptz)),
  asked AS (
    SELECT mine.seat, NULL::text[] AS line, NULL::text AS acting_seat FROM mine
     UNION ALL
    SELECT seat_lines.seat, seat_lines.line, acting.seat
      FROM seat_lines
     CROSS JOIN LATERAL (
       SELECT stand_in.seat FROM unnest(seat_lines.line) WITH ORDINALITY AS stand_in (seat, place)
        WHERE EXISTS (${IS_HELD('stand_in.seat')}) ORDER BY stand_in.place LIMIT 1) AS acting
     WHERE seat_lines.line && ARRAY(SELECT mine.seat FROM mine)
       AND NOT EXISTS (${IS_HELD('seat_lines.seat')})
       AND acting.seat IN (SELECT mine.seat FROM mine))`;

/** Whether a row is asked of the seat, by its own line where the seat is vacant. */
export function isAskedBy(table: string): string {
  return `${table}.seat = asked.seat AND (asked.line IS NULL OR ${table}.fallback_seats = asked.line)`;
}

/** The office that a seat is of: an office of the organisation, or `<programme>:<office>`. */
export function officeOfSeat(seat: string): string {
  return seat.slice(seat.indexOf(':') + 1);
}
