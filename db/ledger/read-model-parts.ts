/** How the rows of each read model are written: always by their key, so that any table size costs the same. */
import type { RowChanges } from '../projections/rows.ts';
import {
  PUT_CONSULTATION_CHANGES,
  PUT_CONSULTATIONS,
  PUT_COPIES,
  PUT_SEAT_LINES,
} from './hands-parts.ts';

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
         decided_by, decided_at, decided_real_at, position, fallback_seats)
  SELECT row.id, moved.id, row.phase, row.round, row.step, row.office, row.seat, row.status, row.opened_at, row.due_at,
         row.due_real_at, row.decision, row.opinion, row.decided_by, row.decided_at, row.decided_real_at, row.position,
         row.fallback_seats
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, phase text, round integer, step text, office text, seat text, status text, opened_at timestamptz,
         due_at timestamptz, due_real_at timestamptz, decision text, opinion text, decided_by uuid, decided_at timestamptz,
         decided_real_at timestamptz, position bigint, fallback_seats text[])
      ON row.programme_id = moved.id
  ON CONFLICT ON CONSTRAINT tasks_pk DO UPDATE
     SET status = excluded.status, decision = excluded.decision, opinion = excluded.opinion, decided_by = excluded.decided_by,
         decided_at = excluded.decided_at, decided_real_at = excluded.decided_real_at, position = excluded.position,
         due_at = excluded.due_at, due_real_at = excluded.due_real_at, fallback_seats = excluded.fallback_seats,
         opened_at = CASE WHEN excluded.status = 'open' THEN excluded.opened_at ELSE tasks.opened_at END`;

const PUT_TASK_DATES = `
  UPDATE tasks SET due_at = row.due_at, due_real_at = row.due_real_at, fallback_seats = row.fallback_seats
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, due_at timestamptz, due_real_at timestamptz, fallback_seats text[])
      ON row.programme_id = moved.id
   WHERE tasks.id = row.id AND tasks.programme_id = moved.id`;

const PUT_DELIVERABLES = `
  INSERT INTO deliverables (programme_id, phase, key, round, office, seat, status, note, data, files, handed_in_by, handed_in_at,
         content_hash, "check", position, fallback_seats)
  SELECT moved.id, row.phase, row.key, row.round, row.office, row.seat, row.status, row.note, row.data, row.files, row.handed_in_by,
         row.handed_in_at, row.content_hash, row."check", row.position, row.fallback_seats
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, phase text, key text, round integer, office text, seat text, status text, note text, data jsonb,
         files jsonb, handed_in_by uuid, handed_in_at timestamptz, content_hash text, "check" jsonb, position bigint,
         fallback_seats text[])
      ON row.programme_id = moved.id
  ON CONFLICT ON CONSTRAINT deliverables_pk DO UPDATE
     SET status = excluded.status, note = excluded.note, data = excluded.data, files = excluded.files,
         handed_in_by = excluded.handed_in_by, handed_in_at = excluded.handed_in_at, content_hash = excluded.content_hash,
         "check" = excluded."check", position = excluded.position, fallback_seats = excluded.fallback_seats`;

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
         answered_office, answered_at, raised_on, due_on, answer_missed)
  SELECT row.id, moved.id, row.phase, row.round, row.rung, row.planned_at, row.raised_at, row.responsible, row.answer_due_on,
         row.answer, row.answered_by, row.answered_office, row.answered_at, row.raised_on, row.due_on, row.answer_missed
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, phase text, round integer, rung text, planned_at timestamptz, raised_at timestamptz,
         responsible text[], answer_due_on date, answer text, answered_by uuid, answered_office text, answered_at timestamptz,
         raised_on date, due_on date, answer_missed boolean)
      ON row.programme_id = moved.id`;

const PUT_ESCALATION_ANSWERS = `
  UPDATE escalations
     SET answer = coalesce(row.answer, escalations.answer), answered_by = coalesce(row.answered_by, escalations.answered_by),
         answered_office = coalesce(row.answered_office, escalations.answered_office),
         answered_at = coalesce(row.answered_at, escalations.answered_at),
         answer_due_on = coalesce(row.answer_due_on, escalations.answer_due_on),
         answer_missed = coalesce(row.answer_missed, escalations.answer_missed)
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, answer text, answered_by uuid, answered_office text, answered_at timestamptz,
         answer_due_on date, answer_missed boolean)
      ON row.programme_id = moved.id
   WHERE escalations.id = row.id AND escalations.programme_id = moved.id`;

const PUT_MATTERS = `
  INSERT INTO matters (id, programme_id, kind, phase, round, escalation_id, decider, seat, status, asked_office, asked_by, asked_at,
         asked, due_on, decided_by, decided_office, decided_at, outcome)
  SELECT row.id, moved.id, row.kind, row.phase, row.round, row.escalation_id, row.decider, row.seat, row.status, row.asked_office,
         row.asked_by, row.asked_at, row.asked, row.due_on, row.decided_by, row.decided_office, row.decided_at, row.outcome
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, kind text, phase text, round integer, escalation_id text, decider text, seat text, status text,
         asked_office text, asked_by uuid, asked_at timestamptz, asked jsonb, due_on date, decided_by uuid, decided_office text,
         decided_at timestamptz, outcome jsonb)
      ON row.programme_id = moved.id`;

const PUT_MATTER_DECISIONS = `
  UPDATE matters
     SET status = row.status, decided_by = row.decided_by, decided_office = row.decided_office, decided_at = row.decided_at,
         outcome = row.outcome
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, id text, status text, decided_by uuid, decided_office text, decided_at timestamptz, outcome jsonb)
      ON row.programme_id = moved.id
   WHERE matters.id = row.id AND matters.programme_id = moved.id`;

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

const PUT_INDICATOR_REPORTS = `
  INSERT INTO indicator_reports (programme_id, position, indicator, unit, as_of, numerator, denominator, note, files, office,
         reported_by, reported_at, replaces, reason)
  SELECT moved.id, row.position, row.indicator, row.unit, row.as_of, row.numerator, row.denominator, row.note, row.files, row.office,
         row.reported_by, row.reported_at, row.replaces, row.reason
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, position bigint, indicator text, unit text, as_of date, numerator double precision,
         denominator double precision, note text, files jsonb, office text, reported_by uuid, reported_at timestamptz,
         replaces bigint, reason text)
      ON row.programme_id = moved.id`;

const PUT_INDICATOR_MEASUREMENTS = `
  INSERT INTO indicator_measurements (programme_id, position, phase, round, indicator, target, occasion, measured_on, planned_at,
         measured_at, measured_by, required, numerator, denominator, value, met, missing, unmet, unmet_count, expected, behind)
  SELECT moved.id, row.position, row.phase, row.round, row.indicator, row.target, row.occasion, row.measured_on, row.planned_at,
         row.measured_at, row.measured_by, row.required, row.numerator, row.denominator, row.value, row.met, row.missing, row.unmet,
         row.unmet_count, row.expected, row.behind
    FROM moved JOIN jsonb_to_recordset($::jsonb) AS row(
         programme_id uuid, position bigint, phase text, round integer, indicator text, target text, occasion text, measured_on date,
         planned_at timestamptz, measured_at timestamptz, measured_by uuid, required double precision, numerator double precision,
         denominator double precision, value double precision, met boolean, missing integer, unmet text[], unmet_count integer,
         expected double precision, behind boolean)
      ON row.programme_id = moved.id`;

export const READ_MODEL_PARTS: readonly ReadModelPart[] = [
  { key: 'phases', sql: PUT_PHASES },
  { key: 'tasks', sql: PUT_TASKS },
  { key: 'taskDates', sql: PUT_TASK_DATES },
  { key: 'deliverables', sql: PUT_DELIVERABLES },
  { key: 'deliverableStatuses', sql: PUT_DELIVERABLE_STATUSES },
  { key: 'deliverablesDropped', sql: DROP_DELIVERABLES },
  { key: 'escalations', sql: PUT_ESCALATIONS },
  { key: 'escalationAnswers', sql: PUT_ESCALATION_ANSWERS },
  { key: 'matters', sql: PUT_MATTERS },
  { key: 'matterDecisions', sql: PUT_MATTER_DECISIONS },
  { key: 'notifications', sql: PUT_NOTIFICATIONS },
  { key: 'moments', sql: PUT_MOMENTS },
  { key: 'consultations', sql: PUT_CONSULTATIONS },
  { key: 'consultationChanges', sql: PUT_CONSULTATION_CHANGES },
  { key: 'copies', sql: PUT_COPIES },
  { key: 'seatLines', sql: PUT_SEAT_LINES },
  { key: 'indicatorReports', sql: PUT_INDICATOR_REPORTS },
  { key: 'indicatorMeasurements', sql: PUT_INDICATOR_MEASUREMENTS },
];
