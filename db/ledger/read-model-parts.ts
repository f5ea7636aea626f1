/** How the rows of each read model are written: always by their key, so that any table size costs the same. */
import type { RowChanges } from '../projections/rows.ts';

export interface ReadModelPart {
  readonly key: keyof RowChanges;
  readonly sql: string;
}

const PUT_PHASES = `
  INSERT INTO phases (programme_id, key, ordinal, round, status, opens_on, due_on, due_at, due_real_at, opened_at, closed_at, missed, rung)
  SELECT moved.id, row.key, row.ordinal, row.round, row.status, row.opens_on, row.due_on, row.due_at, row.due_real_at, row.opened_at,
         row.closed_at, row.missed, row.rung
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, key text, ordinal integer, round integer, status text, opens_on date, due_on date, due_at timestamptz,
         due_real_at timestamptz, opened_at timestamptz, closed_at timestamptz, missed boolean, rung text)
      ON row.programme_id = moved.id
  ON CONFLICT ON CONSTRAINT phases_pk DO UPDATE
     SET ordinal = excluded.ordinal, round = excluded.round, status = excluded.status, opens_on = excluded.opens_on, due_on = excluded.due_on,
         due_at = excluded.due_at, due_real_at = excluded.due_real_at, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
         missed = excluded.missed, rung = excluded.rung`;

const PUT_TASKS = `
  INSERT INTO tasks (id, programme_id, phase, round, step, office, seat, status, opened_at, due_at, due_real_at, decision, opinion,
         decided_by, decided_at, decided_real_at, position)
  SELECT row.id, moved.id, row.phase, row.round, row.step, row.office, row.seat, row.status, row.opened_at, row.due_at,
         row.due_real_at, row.decision, row.opinion, row.decided_by, row.decided_at, row.decided_real_at, row.position
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, phase text, round integer, step text, office text, seat text, status text, opened_at timestamptz,
         due_at timestamptz, due_real_at timestamptz, decision text, opinion text, decided_by uuid, decided_at timestamptz,
         decided_real_at timestamptz, position bigint)
      ON row.programme_id = moved.id
  ON CONFLICT ON CONSTRAINT tasks_pk DO UPDATE
     SET status = excluded.status, decision = excluded.decision, opinion = excluded.opinion, decided_by = excluded.decided_by,
         decided_at = excluded.decided_at, decided_real_at = excluded.decided_real_at, position = excluded.position,
         due_at = excluded.due_at, due_real_at = excluded.due_real_at,
         opened_at = CASE WHEN excluded.status = 'open' THEN excluded.opened_at ELSE tasks.opened_at END`;

const PUT_DELIVERABLES = `
  INSERT INTO deliverables (programme_id, phase, key, round, office, seat, status, note, data, files, handed_in_by, handed_in_at,
         content_hash, "check", position)
  SELECT moved.id, row.phase, row.key, row.round, row.office, row.seat, row.status, row.note, row.data, row.files, row.handed_in_by,
         row.handed_in_at, row.content_hash, row."check", row.position
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, phase text, key text, round integer, office text, seat text, status text, note text, data jsonb,
         files jsonb, handed_in_by uuid, handed_in_at timestamptz, content_hash text, "check" jsonb, position bigint)
      ON row.programme_id = moved.id
  ON CONFLICT ON CONSTRAINT deliverables_pk DO UPDATE
     SET status = excluded.status, note = excluded.note, data = excluded.data, files = excluded.files,
         handed_in_by = excluded.handed_in_by, handed_in_at = excluded.handed_in_at, content_hash = excluded.content_hash,
         "check" = excluded."check", position = excluded.position`;

const PUT_DELIVERABLE_STATUSES = `
  UPDATE deliverables SET status = row.status
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, phase text, key text, round integer, status text)
      ON row.programme_id = moved.id
   WHERE deliverables.programme_id = moved.id AND deliverables.phase = row.phase AND deliverables.key = row.key
     AND deliverables.round = row.round`;

const DROP_DELIVERABLES = `
  DELETE FROM deliverables
   USING moved JOIN jsonb_to_recordset($::jsonb) AS row(programme_id uuid, phase text, key text, round integer)
      ON row.programme_id = moved.id
   WHERE deliverables.programme_id = moved.id AND deliverables.phase = row.phase AND deliverables.key = row.key
     AND deliverables.round = row.round`;

const PUT_ESCALATIONS = `
  INSERT INTO escalations (id, programme_id, phase, round, rung, planned_at, raised_at, responsible, answer_due_on, answer, answered_by,
         answered_office, answered_at)
  SELECT row.id, moved.id, row.phase, row.round, row.rung, row.planned_at, row.raised_at, row.responsible, row.answer_due_on,
         row.answer, row.answered_by, row.answered_office, row.answered_at
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, phase text, round integer, rung text, planned_at timestamptz, raised_at timestamptz,
         responsible text[], answer_due_on date, answer text, answered_by uuid, answered_office text, answered_at timestamptz)
      ON row.programme_id = moved.id`;

const PUT_ESCALATION_ANSWERS = `
  UPDATE escalations
     SET answer = row.answer, answered_by = row.answered_by, answered_office = row.answered_office, answered_at = row.answered_at
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, answer text, answered_by uuid, answered_office text, answered_at timestamptz)
      ON row.programme_id = moved.id
   WHERE escalations.id = row.id AND escalations.programme_id = moved.id`;

const PUT_NOTIFICATIONS = `
  INSERT INTO notifications (id, person_id, programme_id, office, kind, phase, round, data, at, recorded_at, email_state, email_next_at)
  SELECT row.id, row.person_id, moved.id, row.office, row.kind, row.phase, row.round, row.data, row.at, row.recorded_at,
         CASE WHEN people.email IS NULL THEN 'none' ELSE row.email_state END,
         CASE WHEN people.email IS NOT NULL AND row.email_state = 'pending' THEN row.recorded_at END
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, person_id uuid, office text, kind text, phase text, round integer, data jsonb, at timestamptz,
         recorded_at timestamptz, email_state text)
      ON row.programme_id = moved.id
    LEFT JOIN people ON people.id = row.person_id
  ON CONFLICT ON CONSTRAINT notifications_pk DO NOTHING`;

const PUT_MOMENTS = `
  INSERT INTO moments (programme_id, phase, round, kind, qualifier, at, real_at, state)
  SELECT moved.id, row.phase, row.round, row.kind, row.qualifier, row.at, row.real_at, row.state
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, phase text, round integer, kind text, qualifier text, at timestamptz, real_at timestamptz, state text)
      ON row.programme_id = moved.id
  ON CONFLICT ON CONSTRAINT moments_pk DO UPDATE SET at = excluded.at, real_at = excluded.real_at, state = excluded.state`;

export const READ_MODEL_PARTS: readonly ReadModelPart[] = [
  { key: 'phases', sql: PUT_PHASES },
  { key: 'tasks', sql: PUT_TASKS },
  { key: 'deliverables', sql: PUT_DELIVERABLES },
  { key: 'deliverableStatuses', sql: PUT_DELIVERABLE_STATUSES },
  { key: 'deliverablesDropped', sql: DROP_DELIVERABLES },
  { key: 'escalations', sql: PUT_ESCALATIONS },
  { key: 'escalationAnswers', sql: PUT_ESCALATION_ANSWERS },
  { key: 'notifications', sql: PUT_NOTIFICATIONS },
  { key: 'moments', sql: PUT_MOMENTS },
];
