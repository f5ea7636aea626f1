/** What the door takes and gives: the types shared by the engine, the API, the activities and the command line. */
import type { LocalDate } from '../domain/calendar/types.ts';
import type { Unit } from '../domain/definition/unit-types.ts';
import type { Actor, ProgrammeCommand } from '../domain/programme/commands.ts';
import type { ProgrammeEvent } from '../domain/programme/events.ts';
import type { Rejection } from '../domain/programme/rejections.ts';
import type { ProgrammeState } from '../domain/programme/state.ts';
import type { Moment } from '../domain/planning/moments.ts';

/** Who comes to the door. The offices are looked up inside, never trusted from outside. */
export type Caller = { readonly kind: 'person'; readonly id: string } | { readonly kind: 'clock' };

/** Makes an act happen once: the same scope, id and body give the first answer again. */
export interface CommandKey {
  /** A person's id, or `clock`. */
  readonly scope: string;
  /** The `Idempotency-Key`, or the moment's id. */
  readonly id: string;
  /** SHA-256 (hex) of method, path and canonical body; another one under the same id is refused. */
  readonly bodyHash: string;
}

/** The answer that is stored with the act and given again to a repeated request. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string;
}

/** Activation has a request of its own; moments are performed by the clock. */
export type PersonCommand = Exclude<
  ProgrammeCommand,
  { readonly type: 'ActivateProgramme' | 'PerformMoment' }
>;

export interface ExecuteRequest {
  readonly programmeId: string;
  readonly command: PersonCommand;
  readonly caller: Caller;
  readonly key: CommandKey;
  /** From `If-Match`; a programme at another position is refused. */
  readonly expectedPosition?: number;
  /** Pure; called inside the act with its outcome. */
  readonly answer?: (outcome: Outcome) => StoredAnswer;
}

/** Starts a programme from a published definition; the engine chooses the id and fills in what is left out. */
export interface ActivateRequest {
  /** The latest published version when none is named. */
  readonly definition: { readonly key: string; readonly version?: number };
  readonly caller: Caller;
  readonly key: CommandKey;
  /** Left out: today in the definition's zone for a live programme, the paper's own first day for a rehearsal. */
  readonly startsOn?: LocalDate;
  /** For readers of either language; left out: the definition's own, in each. */
  readonly title?: string;
  /** Programme seconds per real second, 1 to 10,000,000; given means rehearsal. */
  readonly speed?: number;
  /** Real seconds for which a rehearsal's clock stands at its first instant, 0 to 600; none when left out. */
  readonly holdSeconds?: number;
  /** Office key → account that holds it in this programme only, and in its unit programmes, which may have offices of their own. */
  readonly offices?: Readonly<Record<string, string>>;
  /** Whether offices of a rehearsal that nobody was given are held by persons of this rehearsal only; means nothing for a live programme. */
  readonly standIns?: boolean;
  /** Set → its units, whose offices name accounts; a rehearsal makes up what is left out. */
  readonly unitSets?: Readonly<Record<string, readonly Unit[]>>;
  /** Roll-out → the units to which a rehearsal restricts it. */
  readonly rollouts?: Readonly<Record<string, readonly string[]>>;
  /** Pure; called inside the act with its outcome. */
  readonly answer?: (outcome: Outcome) => StoredAnswer;
}

export interface Outcome {
  readonly state: ProgrammeState;
  /** The events of this command, with their positions; moments caught up before it are not among them. */
  readonly events: readonly PositionedEvent[];
  readonly actor: Actor;
}

export type PositionedEvent = ProgrammeEvent & { readonly position: number };

export type EngineRefusal =
  | Rejection
  | { readonly code: 'programme-not-found'; readonly params: Rejection['params'] }
  | { readonly code: 'definition-not-found'; readonly params: Rejection['params'] }
  | { readonly code: 'account-not-found'; readonly params: Rejection['params'] }
  | { readonly code: 'unknown-office'; readonly params: Rejection['params'] }
  | { readonly code: 'stale-version'; readonly params: Rejection['params'] }
  | { readonly code: 'idempotency-key-reused'; readonly params: Rejection['params'] }
  | { readonly code: 'file-not-found'; readonly params: Rejection['params'] }
  | {
      readonly code: 'data-invalid';
      readonly params: Rejection['params'];
      readonly errors: readonly DataError[];
    }
  | {
      readonly code: 'definition-faulty';
      readonly params: Rejection['params'];
      readonly errors: readonly DataError[];
    };

export interface DataError {
  /** JSON pointer into the request body or the definition. */
  readonly pointer: string;
  readonly message: { readonly zh: string; readonly en: string };
}

export type Executed =
  | { readonly kind: 'done'; readonly answer: StoredAnswer; readonly outcome: Outcome }
  | { readonly kind: 'replayed'; readonly answer: StoredAnswer }
  | {
      readonly kind: 'refused';
      readonly refusal: EngineRefusal;
      readonly state: ProgrammeState | null;
    };

export interface Engine {
  /** The one door. Rejects only on a defect, or with `UnavailableError` when PostgreSQL cannot be reached. */
  execute(request: ExecuteRequest): Promise<Executed>;
  /** Starts a programme. The same promises as `execute`. */
  activate(request: ActivateRequest): Promise<Executed>;
  /** What Temporal is to wait for next; performs nothing. Null when no such programme is known. */
  nextMoment(programmeId: string): Promise<WorkflowPlan | null>;
  /** Performs the moment when it is due and still planned, after those due before it, then says what comes next. */
  perform(programmeId: string, moment: Moment): Promise<WorkflowPlan | null>;
}

/** Plain data for the workflow: ids, instants and a summary from the definition; no opinions, names of people or evidence. */
export interface WorkflowPlan {
  /** Whether the programme is over; then `next` is null. */
  readonly over: boolean;
  readonly position: number;
  readonly next: PlannedMoment | null;
  readonly view: WorkflowView;
}

export interface PlannedMoment {
  readonly moment: Moment;
  /** Real time, milliseconds since the epoch, at which the moment is due. */
  readonly dueMs: number;
  /** At most 120 characters, e.g. `2013-10-10 09:00 提醒 remind · 调查分析 Analysis (phase 2, round 1)`. */
  readonly summary: string;
}

/** What Temporal's own pages show. */
export interface WorkflowView {
  readonly status: string;
  /** Keys of the open phases, joined by a comma; empty when none is open. */
  readonly phase: string;
  readonly overdue: boolean;
  /** Highest rung raised in an open phase, 0 (none) to 4. */
  readonly rung: number;
  /** Milliseconds since the epoch, in real time: the earliest due instant of the open phases; null when none is open. */
  readonly dueMs: number | null;
  /** Markdown: the phases as a table in both languages, what is open, what comes next. */
  readonly details: string;
}
