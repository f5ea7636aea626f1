/** What a person's offices owe: deliverables of open phases that are to be handed in, or mended as their check failed. */
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import { many, type Queryable } from '../query.ts';
import type { ContentRow } from './programme-records.ts';
import { isAskedBy, SEATS_ASKED } from './seats-held.ts';
import { PROGRAMME_TITLE, type ProgrammeTitled } from './programme-title.ts';

export interface OwedRow extends ContentRow, ProgrammeTitled {
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly status: 'due' | 'handedIn' | 'accepted';
  readonly opensOn: LocalDate;
  readonly openedAt: Instant;
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  /** Real instant. */
  readonly dueRealAt: Instant;
  /** Set where the seat is vacant: the seat by which the reader may act in its place. */
  readonly actingSeat: string | null;
}

const MOST_ROWS = 200;

const SELECT_OWED = `
  WITH ${SEATS_ASKED}
  SELECT deliverables.programme_id AS "programmeId", ${PROGRAMME_TITLE}, programmes.rehearsal,
         json_build_object('key', programmes.definition_key, 'version', programmes.definition_version) AS definition,
         deliverables.phase, deliverables.key, deliverables.round, deliverables.status, deliverables.note, deliverables.files,
         deliverables.handed_in_by AS "by", deliverables.handed_in_at AS "at", deliverables.content_hash AS "contentHash",
         deliverables."check", phases.opens_on AS "opensOn", phases.opened_at AS "openedAt", phases.due_on AS "dueOn",
         phases.due_at AS "dueAt", phases.due_real_at AS "dueRealAt", asked.acting_seat AS "actingSeat"
    FROM asked
    JOIN deliverables ON ${isAskedBy('deliverables')}
    JOIN phases ON phases.programme_id = deliverables.programme_id AND phases.key = deliverables.phase
         AND phases.round = deliverables.round AND phases.status = 'open'
    JOIN programmes ON programmes.id = deliverables.programme_id AND programmes.status = 'active'
   WHERE deliverables.status <> 'accepted'
     AND (deliverables.status = 'due' OR deliverables."check" @> '{"ok": false}')
   ORDER BY phases.due_real_at, deliverables.programme_id, deliverables.phase, deliverables.key
   LIMIT ${MOST_ROWS}`;

/** The most urgent first; at most 200. */
export function listOwed(db: Queryable, personId: string, at: Date): Promise<readonly OwedRow[]> {
  return many<OwedRow & Record<string, unknown>>(db, {
    name: 'owed-deliverables',
    text: SELECT_OWED,
    values: [personId, at],
  });
}
