/** Questions put to other offices before a decision: those that one's offices are asked, and those of one programme. */
import type { Instant } from '../../domain/calendar/types.ts';
import { many, type Queryable } from '../query.ts';
import { isAskedBy, SEATS_ASKED } from './seats-held.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

export interface ConsultationListRow extends ProgrammeTitled {
  readonly id: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly consulted: string;
  readonly status: 'open' | 'answered' | 'closed';
  readonly question: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  /** Set where the consulted office is vacant: the seat by which the reader may answer in its place. */
  readonly actingSeat: string | null;
}

const MOST_ROWS = 200;
const MOST_IN_PROGRAMME = 2_000;

const COLUMNS = `
  consultations.id, consultations.programme_id AS "programmeId", ${PROGRAMME_TITLE}, programmes.rehearsal,
  json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
  consultations.phase, consultations.round, consultations.step, consultations.office, consultations.consulted, consultations.status,
  consultations.question, consultations.asked_by AS "askedBy", consultations.asked_at AS "askedAt", consultations.answer,
  consultations.answered_by AS "answeredBy", consultations.answered_at AS "answeredAt"`;

const SELECT_ASKED = `
  WITH ${SEATS_ASKED}
  SELECT ${COLUMNS}, asked.acting_seat AS "actingSeat"
    FROM asked
    JOIN consultations ON ${isAskedBy('consultations')} AND consultations.status = 'open'
    JOIN programmes ON programmes.id = consultations.programme_id
   ORDER BY consultations.asked_real_at, consultations.id LIMIT ${MOST_ROWS}`;

const SELECT_OF_PROGRAMME = `
  SELECT ${COLUMNS}, NULL::text AS "actingSeat"
    FROM consultations JOIN programmes ON programmes.id = consultations.programme_id
   WHERE consultations.programme_id = $1
   ORDER BY consultations.asked_real_at, consultations.id LIMIT ${MOST_IN_PROGRAMME}`;

/** The open ones that the person's offices are asked, the oldest first; at most 200. */
export function listConsultationsAsked(
  db: Queryable,
  personId: string,
  at: Date,
): Promise<readonly ConsultationListRow[]> {
  return many<ConsultationListRow & Record<string, unknown>>(db, {
    name: 'consultations-asked',
    text: SELECT_ASKED,
    values: [personId, at],
  });
}

/** All of a programme, the oldest first; at most 2,000. Who may look is asked before. */
export function listConsultationsOf(
  db: Queryable,
  programmeId: string,
): Promise<readonly ConsultationListRow[]> {
  return many<ConsultationListRow & Record<string, unknown>>(db, {
    name: 'consultations-of-programme',
    text: SELECT_OF_PROGRAMME,
    values: [programmeId],
  });
}
