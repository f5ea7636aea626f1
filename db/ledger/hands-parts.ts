/** How consultations, copies and the lines of vacant seats are written. */

export const PUT_CONSULTATIONS = `
  INSERT INTO consultations (id, programme_id, phase, round, step, office, consulted, seat, fallback_seats, status, question, asked_by,
         asked_at, asked_real_at, answer, answered_by, answered_at)
  SELECT row.id, moved.id, row.phase, row.round, row.step, row.office, row.consulted, row.seat, row.fallback_seats, row.status,
         row.question, row.asked_by, row.asked_at, row.asked_real_at, row.answer, row.answered_by, row.answered_at
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, phase text, round integer, step text, office text, consulted text, seat text,
         fallback_seats text[], status text, question text, asked_by uuid, asked_at timestamptz, asked_real_at timestamptz, answer text,
         answered_by uuid, answered_at timestamptz)
      ON row.programme_id = moved.id`;

export const PUT_CONSULTATION_CHANGES = `
  UPDATE consultations
     SET office = row.office, status = row.status, answer = coalesce(row.answer, consultations.answer),
         answered_by = coalesce(row.answered_by, consultations.answered_by),
         answered_at = coalesce(row.answered_at, consultations.answered_at)
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, office text, status text, answer text, answered_by uuid, answered_at timestamptz)
      ON row.programme_id = moved.id
   WHERE consultations.id = row.id AND consultations.programme_id = moved.id`;

export const PUT_COPIES = `
  INSERT INTO copies (id, programme_id, phase, round, office, seat, from_office, note, copied_by, copied_at, copied_real_at)
  SELECT row.id, moved.id, row.phase, row.round, row.office, row.seat, row.from_office, row.note, row.copied_by, row.copied_at,
         row.copied_real_at
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, phase text, round integer, office text, seat text, from_office text, note text, copied_by uuid,
         copied_at timestamptz, copied_real_at timestamptz)
      ON row.programme_id = moved.id`;

/** In one order, so that two statements with the same lines never wait for each other in a circle. */
export const PUT_SEAT_LINES = `
  INSERT INTO seat_lines (seat, line_hash, line)
  SELECT DISTINCT row.seat, row.line_hash, row.line
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(programme_id uuid, seat text, line_hash text, line text[])
      ON row.programme_id = moved.id
   WHERE NOT EXISTS (
     SELECT 1 FROM seat_lines AS known WHERE known.seat = row.seat AND known.line_hash = row.line_hash)
   ORDER BY row.seat, row.line_hash
  ON CONFLICT ON CONSTRAINT seat_lines_pk DO NOTHING`;
