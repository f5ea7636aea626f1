/** What the API reads: the queries it needs, in its own words. Every one of them is bounded. */
import type { ProgrammeState } from '../domain/programme/state.ts';
import type { Localised, Locale, RungKey } from '../domain/definition/types.ts';
import type { DecisionKind, ProgrammeStatus } from '../domain/programme/state.ts';
import type { Role } from './http/context.ts';
import type { MomentRow } from './views/moment.ts';
import type { ContentRow, DecisionRow, Names } from './views/rows.ts';

/** Who looks: administrators see every programme, others those they have to do with. */
export interface Viewer {
  readonly personId: string;
  readonly administrator: boolean;
}

export interface ProgrammeRecord {
  readonly state: ProgrammeState;
  /** Office key → seat. */
  readonly seats: Readonly<Record<string, string>>;
  /** Real instant of the next moment. */
  readonly nextAt: string | null;
}

export interface ProgrammeRow {
  readonly id: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  readonly status: ProgrammeStatus;
  readonly position: number;
  readonly startsOn: string;
  readonly rehearsal: boolean;
  readonly createdAt: string;
  readonly openPhases: readonly string[];
  readonly overdue: boolean;
}

export interface TaskRow {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly openedAt: string;
  readonly dueAt: string;
  /** Real instant. */
  readonly dueRealAt: string;
  readonly decision: DecisionKind | null;
  readonly decidedAt: string | null;
  /** Sort key of those done: the instant of the decision as the inbox orders by it. */
  readonly decidedRealAt: string | null;
}

/** A deliverable of an open phase that is still to be handed in, or to be mended as its check failed. */
export interface OwedRow extends ContentRow {
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly rehearsal: boolean;
  readonly definition: { readonly key: string; readonly version: number };
  readonly status: 'due' | 'handedIn' | 'accepted';
  readonly dueAt: string;
  /** Real instant. */
  readonly dueRealAt: string;
}

export interface ContentWithData extends ContentRow {
  readonly data: unknown;
}

export interface EventRow {
  readonly position: number;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly data: unknown;
  readonly hash: string;
  readonly prevHash: string;
}

export interface EscalationRow {
  readonly id: string;
  readonly phase: string;
  readonly round: number;
  readonly rung: RungKey;
  readonly plannedAt: string;
  readonly raisedAt: string;
  readonly responsible: readonly string[];
  readonly answerDueOn: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOffice: string | null;
  readonly answeredAt: string | null;
}

export interface HeldOfficeRow {
  readonly key: string;
  readonly title: Localised;
  readonly programmeId: string | null;
}

export interface PersonRow {
  readonly id: string;
  readonly account: string;
  readonly name: Localised;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  readonly offices: readonly HeldOfficeRow[];
}

export interface OfficeRow {
  readonly key: string;
  readonly title: Localised;
  readonly holders: readonly { readonly id: string; readonly name: Localised }[];
}

export interface KeysetRequest<K extends readonly string[]> {
  /** Sort key of the last row seen. */
  readonly after: K | null;
  /** One more than the page, so that the reader knows whether anything follows. */
  readonly limit: number;
}

export type TaskScope = 'mine' | 'offices' | 'delegated' | 'done';

export interface Reads {
  /** Null where there is no such programme, or the viewer may not know of it. */
  programme(id: string, viewer: Viewer): Promise<ProgrammeRecord | null>;
  programmes(
    query: KeysetRequest<readonly [createdAt: string, id: string]> & {
      readonly viewer: Viewer;
      readonly status: ProgrammeStatus | undefined;
    },
  ): Promise<readonly ProgrammeRow[]>;
  decisions(programmeId: string): Promise<readonly DecisionRow[]>;
  contents(programmeId: string): Promise<readonly ContentRow[]>;
  /** What was handed in last, in whichever round; null before the first time. */
  content(place: {
    readonly programmeId: string;
    readonly phase: string;
    readonly key: string;
  }): Promise<ContentWithData | null>;
  /** Of these seats, those that somebody holds now. */
  heldSeats(seats: readonly string[], at: Date): Promise<ReadonlySet<string>>;
  plannedMoments(programmeId: string): Promise<readonly MomentRow[]>;
  escalations(programmeId: string): Promise<readonly EscalationRow[]>;
  events(
    programmeId: string,
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly EventRow[]>;
  names(ids: Iterable<string>): Promise<Names>;
  tasks(
    query: KeysetRequest<readonly [at: string, id: string]> & {
      readonly personId: string;
      readonly scope: TaskScope;
      readonly programme: string | undefined;
      readonly phase: string | undefined;
      readonly at: Date;
    },
  ): Promise<readonly TaskRow[]>;
  task(id: string): Promise<TaskRow | null>;
  owed(personId: string, at: Date): Promise<readonly OwedRow[]>;
  officesOf(personId: string, at: Date): Promise<readonly HeldOfficeRow[]>;
  people(
    query: KeysetRequest<readonly [account: string]> & { readonly at: Date },
  ): Promise<readonly PersonRow[]>;
  offices(at: Date): Promise<readonly OfficeRow[]>;
}
