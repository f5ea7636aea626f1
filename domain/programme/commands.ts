/** The commands of a programme: what people and the clock may ask for. Imperative, plain JSON; time and authority come in the context. */
import type { ProgrammeClock } from '../calendar/rehearsal-clock.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { WorkCalendar } from '../calendar/types.ts';
import type { Definition } from '../definition/types.ts';
import type { Moment } from '../planning/moments.ts';
import type { Unit } from '../definition/unit-types.ts';
import type { MomentFacts, UnitCommandFacts } from './facts.ts';
import type { CheckResult, DecisionKind } from './state.ts';
import type { CalendarCommand, NewCalendar } from './calendars/commands.ts';
import type { DeliberationCommand } from './deliberation/commands.ts';
import type { HandsCommand } from './hands/commands.ts';
import type { IndicatorCommand } from './indicators/commands.ts';
import type { MigrationCommand } from './migration/commands.ts';
import type { TimeCommand } from './time/commands.ts';
import type { UnitCommand } from './units/commands.ts';
import type { UnitParent } from './units/state.ts';

export interface ActivateProgramme {
  readonly type: 'ActivateProgramme';
  readonly id: string;
  readonly title: string;
  /** In English, where the title is not one for readers of either language. */
  readonly titleEn?: string;
  readonly startsOn: LocalDate;
  readonly clock: ProgrammeClock | null;
  /** The units of each set; a rehearsal makes up what is left out. */
  readonly unitSets?: Readonly<Record<string, readonly Unit[]>>;
  /** The units to which a rehearsal restricts a roll-out. */
  readonly rollouts?: Readonly<Record<string, readonly string[]>>;
  /** Of a unit programme, which the clock starts for whoever started its parent. */
  readonly parent?: UnitParent & { readonly startedBy: string };
}

export interface HandInDeliverable {
  readonly type: 'HandInDeliverable';
  readonly phase: string;
  readonly deliverable: string;
  readonly note: string | null;
  readonly data: unknown;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
  /** SHA-256 (hex) of the canonical content, computed by the caller. */
  readonly contentHash: string;
}

export interface DecideStep {
  readonly type: 'DecideStep';
  readonly phase: string;
  /** The round that the person saw; another one is refused. */
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly decision: DecisionKind;
  readonly opinion: string | null;
  /** Only with `return`; the phase itself when left out. */
  readonly returnTo: string | null;
}

export interface WithdrawDecision {
  readonly type: 'WithdrawDecision';
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly reason: string | null;
}

export interface ReturnPhase {
  readonly type: 'ReturnPhase';
  readonly phase: string;
  readonly returnTo: string;
  readonly reason: string;
}

export interface AnswerEscalation {
  readonly type: 'AnswerEscalation';
  readonly escalationId: string;
  readonly answer: string;
}

export interface WithdrawProgramme {
  readonly type: 'WithdrawProgramme';
  readonly reason: string;
}

export interface TerminateProgramme {
  readonly type: 'TerminateProgramme';
  readonly reason: string;
}

/** Performs one moment that is due; one that is no longer planned changes nothing. */
export interface PerformMoment {
  readonly type: 'PerformMoment';
  readonly moment: Moment;
}

export type ProgrammeCommand =
  | ActivateProgramme
  | HandInDeliverable
  | DecideStep
  | WithdrawDecision
  | ReturnPhase
  | AnswerEscalation
  | WithdrawProgramme
  | TerminateProgramme
  | PerformMoment
  | UnitCommand
  | IndicatorCommand
  | DeliberationCommand
  | TimeCommand
  | HandsCommand
  | CalendarCommand
  | MigrationCommand;

/** Who asks: a person with the offices held in this programme at this instant, or the clock. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly offices: readonly string[] }
  | { readonly kind: 'clock' };

/** Everything that `decide` may know besides state and command. */
export interface DecideContext {
  /** Programme time. */
  readonly now: Instant;
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  readonly actor: Actor;
  /** Office key → ids of the persons who hold it in this programme now; an office without a holder is absent or empty. */
  readonly holders: Readonly<Record<string, readonly string[]>>;
  /** Result of the deliverable's check; only with `HandInDeliverable`. */
  readonly check?: CheckResult | null;
  /** What a moment or a command needs to know besides the state; only for the kinds that ask for it. */
  readonly facts?: MomentFacts;
  /** Only with `DrawSample` and `RecordInspection`. */
  readonly unitFacts?: UnitCommandFacts;
  /** Only with `ApplyCalendar`; `calendar` is the version that the programme went by so far. */
  readonly newCalendar?: NewCalendar;
  /** The version that the programme would move to; only with commands of a migration, and only where it is published. */
  readonly target?: Definition;
}
