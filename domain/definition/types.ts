/** The shape of a definition: the published, versioned plan that a programme runs. Plain data, never edited after publication. */
import type { Duration, LocalDate, LocalTime } from '../calendar/types.ts';
import type { DutyDefinition } from './duty-types.ts';
import type { Governance } from './governance-types.ts';
import type { IndicatorDefinition } from './indicator-types.ts';
import type { Localised } from './localised.ts';
import type { Policy } from './policy-types.ts';
import type { RolloutDefinition, UnitSetDefinition } from './unit-types.ts';

export type { Locale, Localised } from './localised.ts';

export interface Definition {
  readonly key: string;
  readonly version: number;
  readonly title: Localised;
  readonly source: DefinitionSource;
  /** IANA zone in which the windows' dates are meant. */
  readonly zone: string;
  /** Key of the working-day calendar. */
  readonly calendar: string;
  /** The first day of the plan as the paper dates it; a programme started on another date shifts every window. */
  readonly startsOn: LocalDate;
  readonly offices: readonly OfficeDefinition[];
  /** The office that starts, returns, withdraws and terminates a programme. */
  readonly owner: string;
  readonly ladder: Ladder;
  /** How long a phase reopened after its window may take; counted from the day it is reopened. */
  readonly rework: Duration;
  readonly phases: readonly PhaseDefinition[];
  readonly duties?: readonly DutyDefinition[];
  readonly unitSets?: readonly UnitSetDefinition[];
  readonly rollouts?: readonly RolloutDefinition[];
  readonly indicators?: readonly IndicatorDefinition[];
  readonly governance?: Governance;
  /** Choices made where the paper is silent. */
  readonly notes: readonly DefinitionNote[];
}

export interface DefinitionSource {
  readonly paper: Localised;
  readonly issuer: Localised;
  /** Number of the document as the paper prints it; null where it prints none. */
  readonly documentNumber: string | null;
  /** Short name of the paper among those that ship with the program, e.g. `DG6`; several definitions may run one paper. */
  readonly code?: string;
}

export interface DefinitionNote {
  /** JSON pointer into the definition that the note explains. */
  readonly about: string;
  readonly text: Localised;
}

export interface OfficeDefinition {
  readonly key: string;
  readonly title: Localised;
  /** Office one step up; null for the head. */
  readonly reportsTo: string | null;
  /** Clause that names the office; null where Milepost added it. */
  readonly clause: string | null;
  /** Office that acts while this one is vacant; the superior where none is named. */
  readonly deputy?: string;
}

export interface PhaseDefinition {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly window: Window;
  /** Phases that must be closed before this one opens. */
  readonly after: readonly string[];
  readonly deliverables: readonly DeliverableDefinition[];
  /** Decided one after another, each by its own policy. */
  readonly steps: readonly StepDefinition[];
  /** The office that leads 牵头; the owner where none is named. */
  readonly lead?: string;
  /** Offices that take part 协办, each with an inner date before the lead's. */
  readonly coOrganisers?: readonly CoOrganiser[];
  /** Why nobody has to finish the phase: it has no reminders and no rungs, and lapses at its due instant. */
  readonly optional?: Localised;
  /** What becomes of a due day that is no working day; kept where nothing is said. */
  readonly dueRule?: DueRule;
  /** Instead of the definition's ladder. */
  readonly ladder?: Ladder;
}

export type DueRule = 'keep' | 'next-workday' | 'previous-workday';

export interface CoOrganiser {
  readonly office: string;
  /** Working days before the due day by which it must have handed in what it owes. */
  readonly workdaysBefore: number;
}

/** Both dates included, in the definition's zone. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface StepDefinition {
  readonly key: string;
  readonly title: Localised;
  readonly policy: Policy;
}

export type DeliverableKind = 'document' | 'minutes' | 'table' | 'disclosure';

export interface DeliverableDefinition {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly kind: DeliverableKind;
  /** The office that owes it. */
  readonly office: string;
  /** JSON Schema (2020-12) of `data`; only a `table` has one. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** Data that satisfies schema and checks. */
  readonly example?: unknown;
  /** All of them judge the data. */
  readonly checks?: readonly CheckReference[];
  /** Only a `disclosure` has it. */
  readonly disclosure?: DisclosureRule;
  /** Key of the step after whose approval it is owed; the steps after that one wait for it. From the beginning where none is named. */
  readonly afterStep?: string;
}

/** What a disclosure 公开/公示 must show. */
export interface DisclosureRule {
  readonly minimumDays: number;
  /** Whether it must also have been entered on the city's platform on the day it was posted. */
  readonly enteredSameDay: boolean;
}

export interface CheckReference {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Reminders before a date and the rungs after it. */
export interface Ladder {
  readonly reminders: readonly ReminderDefinition[];
  readonly rungs: readonly RungDefinition[];
}

export interface ReminderDefinition {
  /** Working days before the due day; 0 is the due day itself. */
  readonly workdaysBefore: number;
  readonly at: LocalTime;
}

export type RungKey = 'urge' | 'supervise' | 'circulate' | 'accountability';

export interface RungDefinition {
  readonly key: RungKey;
  readonly title: Localised;
  /** Working days after the due day, 1 or more. */
  readonly workdaysAfter: number;
  readonly at: LocalTime;
  readonly audience: RungAudience;
  /** What presses here, where the paper tells: by task 任务倒逼, by progress 进度倒逼, by public opinion 舆论倒逼. */
  readonly pressure?: 'task' | 'progress' | 'opinion';
  /** Working days, counted from the rung, within which the responsible offices owe an answer. */
  readonly answerWithinWorkdays: number;
}

export interface RungAudience {
  /** Whether the offices that hold the phase up are told. */
  readonly responsible: boolean;
  /** How many levels of superiors of the responsible offices are told. */
  readonly superiorLevels: number;
  /** Offices told in any case. */
  readonly offices: readonly string[];
}
