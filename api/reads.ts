/** What the API reads: the read models bound to their database. Every one of them is bounded in size. */
import {
  listHeldSeats,
  listOfficesOf,
  listOfficesWithHolders,
  listPeopleWithOffices,
  type PersonWithOffices,
} from '../db/read-models/office-holders.ts';
import { listDefinitions } from '../db/read-models/definitions.ts';
import { listNotifications, markNotificationRead } from '../db/read-models/notifications.ts';
import { listOwed, type OwedRow } from '../db/read-models/owed-deliverables.ts';
import { namesOf } from '../db/read-models/people.ts';
import {
  findContentData,
  listContents,
  listDecisions,
  listEscalations,
  listEvents,
  listPlannedMoments,
  type ContentRow,
} from '../db/read-models/programme-records.ts';
import { findProgramme, listProgrammes } from '../db/read-models/programmes.ts';
import { findTask, listTasks } from '../db/read-models/tasks.ts';
import type { Pool } from '../engine/database.ts';

export type { OwedRow, PersonWithOffices };
export type { NotificationListRow as NotificationRow } from '../db/read-models/notifications.ts';
export type {
  ContentRow,
  DecisionRow,
  EscalationListRow as EscalationRow,
  PlannedMomentRow as MomentRow,
} from '../db/read-models/programme-records.ts';
export type { DefinitionListRow as DefinitionRow } from '../db/read-models/definitions.ts';
export type { ProgrammeRecord, Viewer } from '../db/read-models/programmes.ts';
export type { TaskListRow as TaskRow } from '../db/read-models/tasks.ts';

export interface ContentWithData extends ContentRow {
  readonly data: unknown;
}

/** A query without the database it is put to. */
type Bound<Q> = Q extends (db: never, ...rest: infer A) => infer R ? (...rest: A) => R : never;

export interface Reads {
  readonly programme: Bound<typeof findProgramme>;
  readonly programmes: Bound<typeof listProgrammes>;
  readonly decisions: Bound<typeof listDecisions>;
  readonly contents: Bound<typeof listContents>;
  /** What was handed in last, in whichever round; null before the first time. */
  readonly content: (place: {
    readonly programmeId: string;
    readonly phase: string;
    readonly key: string;
  }) => Promise<ContentWithData | null>;
  readonly heldSeats: Bound<typeof listHeldSeats>;
  readonly plannedMoments: Bound<typeof listPlannedMoments>;
  readonly escalations: Bound<typeof listEscalations>;
  readonly definitions: Bound<typeof listDefinitions>;
  readonly events: Bound<typeof listEvents>;
  readonly names: Bound<typeof namesOf>;
  readonly tasks: Bound<typeof listTasks>;
  readonly task: Bound<typeof findTask>;
  readonly owed: Bound<typeof listOwed>;
  readonly officesOf: Bound<typeof listOfficesOf>;
  readonly people: Bound<typeof listPeopleWithOffices>;
  readonly offices: Bound<typeof listOfficesWithHolders>;
  readonly notifications: Bound<typeof listNotifications>;
  readonly markRead: Bound<typeof markNotificationRead>;
}

export function createReads(pool: Pool): Reads {
  return {
    programme: (id, viewer) => findProgramme(pool, id, viewer),
    programmes: (query) => listProgrammes(pool, query),
    decisions: (programmeId) => listDecisions(pool, programmeId),
    contents: (programmeId) => listContents(pool, programmeId),
    content: async (place) => {
      const found = await findContentData(pool, place);
      if (found === null) return null;
      const row = (await listContents(pool, place.programmeId)).find(
        ({ phase, key, round }) =>
          phase === place.phase && key === place.key && round === found.round,
      );
      return row === undefined ? null : { ...row, data: found.data };
    },
    heldSeats: (seats, at) => listHeldSeats(pool, seats, at),
    plannedMoments: (programmeId) => listPlannedMoments(pool, programmeId),
    escalations: (programmeId) => listEscalations(pool, programmeId),
    definitions: () => listDefinitions(pool),
    events: (programmeId, page) => listEvents(pool, programmeId, page),
    names: (ids) => namesOf(pool, ids),
    tasks: (query) => listTasks(pool, query),
    task: (id) => findTask(pool, id),
    owed: (personId, at) => listOwed(pool, personId, at),
    officesOf: (personId, at) => listOfficesOf(pool, personId, at),
    people: (page) => listPeopleWithOffices(pool, page),
    offices: (at) => listOfficesWithHolders(pool, at),
    notifications: (query) => listNotifications(pool, query),
    markRead: (id, reader) => markNotificationRead(pool, id, reader),
  };
}
