/** What the API reads: the read models bound to their database. Every one of them is bounded in size. */
import { listCalendarVersions } from '../db/read-models/calendars.ts';
import {
  listHeldSeats,
  listOfficesOf,
  listOfficesWithHolders,
  listPeopleWithOffices,
  type PersonWithOffices,
} from '../db/read-models/office-holders.ts';
import { findPeriod, listCountedPeriods, listPeriods } from '../db/read-models/duty-periods.ts';
import { listCirculars, listMatters, listPending } from '../db/read-models/matters.ts';
import { listConsultationsAsked, listConsultationsOf } from '../db/read-models/consultations.ts';
import { listCopies } from '../db/read-models/copies.ts';
import { listLatestValues, listMeasurements, listReports } from '../db/read-models/indicators.ts';
import { listDefinitions } from '../db/read-models/definitions.ts';
import { listNotifications, markNotificationRead } from '../db/read-models/notifications.ts';
import { listOwed, type OwedRow } from '../db/read-models/owed-deliverables.ts';
import { namesOf } from '../db/read-models/people.ts';
import {
  findContentData,
  listContents,
  listDecisions,
  listEscalations,
  listPlannedMoments,
  type ContentRow,
} from '../db/read-models/programme-records.ts';
import { listEventCounts, listEvents, positionAt } from '../db/read-models/programme-events.ts';
import { findProgramme, listProgrammes } from '../db/read-models/programmes.ts';
import { findPromises } from '../db/read-models/promises.ts';
import { listSentNotifications } from '../db/read-models/sent-notifications.ts';
import { findTask, listTasks } from '../db/read-models/tasks.ts';
import { listRehearsalPeople } from '../db/read-models/rehearsal-people.ts';
import { listClosedPhases, listUnits } from '../db/read-models/units.ts';
import type { Pool } from '../engine/database.ts';
import type { UnitsDone } from '../engine/measure.ts';
import { createUnitsDone } from '../engine/units-done.ts';

export type { OwedRow, PersonWithOffices };
export type { OfficeWithHolders as OfficeRow } from '../db/read-models/office-holders.ts';
export type { CountedPeriodRow, PastPeriodRow, PeriodRow } from '../db/read-models/duty-periods.ts';
export type {
  CircularRow,
  MatterListRow as MatterRow,
  PendingRow,
} from '../db/read-models/matters.ts';
export { officeOfSeat } from '../db/read-models/seats-held.ts';
export type { ConsultationListRow as ConsultationRow } from '../db/read-models/consultations.ts';
export type { CopyListRow as CopyRow } from '../db/read-models/copies.ts';
export type { CalendarVersionRow } from '../db/read-models/calendars.ts';
export type { NotificationListRow as NotificationRow } from '../db/read-models/notifications.ts';
export type {
  ContentRow,
  DecisionRow,
  EscalationListRow as EscalationRow,
  PlannedMomentRow as MomentRow,
} from '../db/read-models/programme-records.ts';
export type { EventCountRow, EventRow } from '../db/read-models/programme-events.ts';
export type { LatestValueRow, MeasurementRow } from '../db/read-models/indicators.ts';
export type { DefinitionListRow as DefinitionRow } from '../db/read-models/definitions.ts';
export type { ArmedMomentRow, Promises } from '../db/read-models/promises.ts';
export type { SentNotificationRow } from '../db/read-models/sent-notifications.ts';
export type { ProgrammeRecord, Viewer } from '../db/read-models/programmes.ts';
export type { TaskListRow as TaskRow } from '../db/read-models/tasks.ts';

export type { UnitListRow } from '../db/read-models/units.ts';

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
  /** The newest periods of each duty, with the counts of all. */
  readonly countedPeriods: Bound<typeof listCountedPeriods>;
  readonly periods: Bound<typeof listPeriods>;
  readonly period: Bound<typeof findPeriod>;
  readonly plannedMoments: Bound<typeof listPlannedMoments>;
  readonly escalations: Bound<typeof listEscalations>;
  readonly matters: Bound<typeof listMatters>;
  readonly pendingDecisions: Bound<typeof listPending>;
  readonly circulars: Bound<typeof listCirculars>;
  readonly definitions: Bound<typeof listDefinitions>;
  readonly events: Bound<typeof listEvents>;
  readonly eventCounts: Bound<typeof listEventCounts>;
  readonly positionAt: Bound<typeof positionAt>;
  readonly names: Bound<typeof namesOf>;
  readonly tasks: Bound<typeof listTasks>;
  readonly task: Bound<typeof findTask>;
  readonly owed: Bound<typeof listOwed>;
  readonly consultationsAsked: Bound<typeof listConsultationsAsked>;
  readonly consultationsOf: Bound<typeof listConsultationsOf>;
  readonly copies: Bound<typeof listCopies>;
  readonly officesOf: Bound<typeof listOfficesOf>;
  readonly people: Bound<typeof listPeopleWithOffices>;
  readonly offices: Bound<typeof listOfficesWithHolders>;
  readonly rehearsalPeople: Bound<typeof listRehearsalPeople>;
  readonly notifications: Bound<typeof listNotifications>;
  readonly markRead: Bound<typeof markNotificationRead>;
  readonly sentNotifications: Bound<typeof listSentNotifications>;
  readonly promises: Bound<typeof findPromises>;
  readonly closedPhases: Bound<typeof listClosedPhases>;
  readonly units: Bound<typeof listUnits>;
  readonly indicatorValues: Bound<typeof listLatestValues>;
  readonly indicatorReports: Bound<typeof listReports>;
  readonly indicatorMeasurements: Bound<typeof listMeasurements>;
  readonly unitsDone: UnitsDone;
  readonly calendarVersions: Bound<typeof listCalendarVersions>;
}

export function createReads(pool: Pool): Reads {
  return {
    ...createReadsOfPeople(pool),
    programme: (id, viewer) => findProgramme(pool, id, viewer),
    programmes: (query) => listProgrammes(pool, query),
    decisions: (programmeId, phases) => listDecisions(pool, programmeId, phases),
    contents: (programmeId, phases) => listContents(pool, programmeId, phases),
    content: (place) => contentAt(pool, place),
    heldSeats: (seats, at) => listHeldSeats(pool, seats, at),
    countedPeriods: (programmeId, asked) => listCountedPeriods(pool, programmeId, asked),
    periods: (page) => listPeriods(pool, page),
    period: (programmeId, phase) => findPeriod(pool, programmeId, phase),
    plannedMoments: (programmeId) => listPlannedMoments(pool, programmeId),
    escalations: (programmeId) => listEscalations(pool, programmeId),
    matters: (programmeId) => listMatters(pool, programmeId),
    pendingDecisions: (personId, at) => listPending(pool, personId, at),
    circulars: (query) => listCirculars(pool, query),
    definitions: () => listDefinitions(pool),
    events: (programmeId, query) => listEvents(pool, programmeId, query),
    eventCounts: (programmeId) => listEventCounts(pool, programmeId),
    positionAt: (programmeId, at) => positionAt(pool, programmeId, at),
    names: (ids) => namesOf(pool, ids),
    consultationsOf: (programmeId) => listConsultationsOf(pool, programmeId),
    rehearsalPeople: (programmeId, at) => listRehearsalPeople(pool, programmeId, at),
    sentNotifications: (query) => listSentNotifications(pool, query),
    promises: (query) => findPromises(pool, query),
    closedPhases: (programmeId) => listClosedPhases(pool, programmeId),
    units: (query) => listUnits(pool, query),
    indicatorValues: (query) => listLatestValues(pool, query),
    indicatorReports: (query) => listReports(pool, query),
    indicatorMeasurements: (query) => listMeasurements(pool, query),
    unitsDone: createUnitsDone(pool),
    calendarVersions: (key) => listCalendarVersions(pool, key),
  };
}

type ReadsOfPeople = Pick<
  Reads,
  | 'tasks'
  | 'task'
  | 'owed'
  | 'consultationsAsked'
  | 'copies'
  | 'officesOf'
  | 'people'
  | 'offices'
  | 'notifications'
  | 'markRead'
>;

/** Of people and of what waits for them. */
function createReadsOfPeople(pool: Pool): ReadsOfPeople {
  return {
    tasks: (query) => listTasks(pool, query),
    task: (id) => findTask(pool, id),
    owed: (personId, at) => listOwed(pool, personId, at),
    consultationsAsked: (personId, at) => listConsultationsAsked(pool, personId, at),
    copies: (query) => listCopies(pool, query),
    officesOf: (personId, at) => listOfficesOf(pool, personId, at),
    people: (page) => listPeopleWithOffices(pool, page),
    offices: (at) => listOfficesWithHolders(pool, at),
    notifications: (query) => listNotifications(pool, query),
    markRead: (id, reader) => markNotificationRead(pool, id, reader),
  };
}

async function contentAt(
  pool: Pool,
  place: Parameters<Reads['content']>[0],
): ReturnType<Reads['content']> {
  const found = await findContentData(pool, place);
  if (found === null) return null;
  const row = (await listContents(pool, place.programmeId, [place.phase])).find(
    ({ phase, key, round }) => phase === place.phase && key === place.key && round === found.round,
  );
  return row === undefined ? null : { ...row, data: found.data };
}
