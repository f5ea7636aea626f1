/** The read models of one programme as they stand in the database, in the shape of the fold. */
import type { PoolClient } from 'pg';
import { many } from '../query.ts';
import { byKey, tableNames, type TableName, type Tables } from './tables.ts';

const SELECTS: Readonly<Record<TableName, string>> = {
  phases: `
    SELECT phases.programme_id, phases.key, phases.ordinal, phases.round, phases.status, phases.opens_on, phases.due_on, phases.due_at,
           phases.due_real_at, phases.opened_at, phases.closed_at, phases.missed, phases.rung
      FROM phases WHERE phases.programme_id = $1`,
  tasks: `
    SELECT tasks.id, tasks.programme_id, tasks.phase, tasks.round, tasks.step, tasks.office, tasks.seat, tasks.status, tasks.opened_at,
           tasks.due_at, tasks.due_real_at, tasks.decision, tasks.opinion, tasks.decided_by, tasks.decided_at, tasks.decided_real_at,
           tasks.position, tasks.fallback_seats
      FROM tasks WHERE tasks.programme_id = $1`,
  deliverables: `
    SELECT deliverables.programme_id, deliverables.phase, deliverables.key, deliverables.round, deliverables.office, deliverables.seat,
           deliverables.status, deliverables.note, deliverables.data, deliverables.files, deliverables.handed_in_by,
           deliverables.handed_in_at, deliverables.content_hash, deliverables."check", deliverables.position,
           deliverables.fallback_seats
      FROM deliverables WHERE deliverables.programme_id = $1`,
  escalations: `
    SELECT escalations.id, escalations.programme_id, escalations.phase, escalations.round, escalations.rung, escalations.planned_at,
           escalations.raised_at, escalations.responsible, escalations.answer_due_on, escalations.answer, escalations.answered_by,
           escalations.answered_office, escalations.answered_at, escalations.raised_on, escalations.due_on, escalations.answer_missed
      FROM escalations WHERE escalations.programme_id = $1`,
  matters: `
    SELECT matters.id, matters.programme_id, matters.kind, matters.phase, matters.round, matters.escalation_id, matters.decider,
           matters.seat, matters.status, matters.asked_office, matters.asked_by, matters.asked_at, matters.asked, matters.due_on,
           matters.decided_by, matters.decided_office, matters.decided_at, matters.outcome
      FROM matters WHERE matters.programme_id = $1`,
  // What became of a notification, reading and mailing, is no fold of the events.
  notifications: `
    SELECT notifications.id, notifications.person_id, notifications.programme_id, notifications.office, notifications.kind,
           notifications.phase, notifications.round, notifications.data, notifications.at, notifications.recorded_at
      FROM notifications WHERE notifications.programme_id = $1`,
  moments: `
    SELECT moments.programme_id, moments.phase, moments.round, moments.kind, moments.qualifier, moments.at, moments.real_at, moments.state
      FROM moments WHERE moments.programme_id = $1`,
  consultations: `
    SELECT consultations.id, consultations.programme_id, consultations.phase, consultations.round, consultations.step,
           consultations.office, consultations.consulted, consultations.seat, consultations.fallback_seats, consultations.status,
           consultations.question, consultations.asked_by, consultations.asked_at, consultations.asked_real_at, consultations.answer,
           consultations.answered_by, consultations.answered_at
      FROM consultations WHERE consultations.programme_id = $1`,
  copies: `
    SELECT copies.id, copies.programme_id, copies.phase, copies.round, copies.office, copies.seat, copies.from_office, copies.note,
           copies.copied_by, copies.copied_at, copies.copied_real_at
      FROM copies WHERE copies.programme_id = $1`,
  indicatorReports: `
    SELECT reports.programme_id, reports.position, reports.indicator, reports.unit, reports.as_of, reports.numerator,
           reports.denominator, reports.note, reports.files, reports.office, reports.reported_by, reports.reported_at,
           reports.replaces, reports.reason
      FROM indicator_reports AS reports WHERE reports.programme_id = $1`,
  indicatorMeasurements: `
    SELECT measured.programme_id, measured.position, measured.phase, measured.round, measured.indicator, measured.target,
           measured.occasion, measured.measured_on, measured.planned_at, measured.measured_at, measured.measured_by,
           measured.required, measured.numerator, measured.denominator, measured.value, measured.met, measured.missing,
           measured.unmet, measured.unmet_count, measured.expected, measured.behind
      FROM indicator_measurements AS measured WHERE measured.programme_id = $1`,
};

export async function readLiveTables(client: PoolClient, programmeId: string): Promise<Tables> {
  const tables: Partial<Record<TableName, Tables[TableName]>> = {};
  for (const name of tableNames) {
    tables[name] = byKey(name, await many(client, { text: SELECTS[name], values: [programmeId] }));
  }
  return tables as Tables; // every name has been given its rows
}
