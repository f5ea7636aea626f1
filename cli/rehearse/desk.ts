/** What the people of a rehearsal can do and see; the player acts through it alone. */
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { LocalDate } from '../../domain/calendar/types.ts';
import type { Ballot } from '../../domain/definition/ballot.ts';
import type { DecisionKind } from '../../domain/programme/state.ts';

export interface ProgrammeSeen {
  readonly status: string;
  readonly position: number;
  readonly clock: ProgrammeClock | null;
  readonly phases: readonly PhaseSeen[];
}

export interface PhaseSeen {
  readonly key: string;
  readonly round: number;
  readonly status: string;
  readonly dueOn: string;
  readonly deliverables: readonly {
    readonly key: string;
    readonly office: string;
    readonly status: string;
    readonly example?: unknown;
    readonly check?: { readonly ok: boolean };
    /** Absent while it is not owed. */
    readonly owedSince?: string;
  }[];
  readonly steps: readonly {
    readonly key: string;
    readonly slots: readonly {
      readonly office: string;
      readonly status: string;
      /** Meetings to which too few came. */
      readonly inquorate?: readonly unknown[];
    }[];
  }[];
}

export interface EventSeen {
  readonly position: number;
  readonly type: string;
  /** Programme time. */
  readonly at: string;
  readonly data: unknown;
}

export interface HandIn {
  readonly office: string;
  readonly phase: string;
  readonly deliverable: string;
  /** Data that pass the checks of a table now. */
  readonly example?: unknown;
  /** Of a disclosure: the day on which it was posted. */
  readonly postedOn?: LocalDate;
}

export interface Signature {
  readonly office: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly decision: DecisionKind;
  readonly opinion?: string;
  readonly returnTo?: string;
}

export interface Meeting {
  readonly office: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly ballot: Ballot;
}

/** Values for every unit of an indicator that fall short of a target, so that it is met. */
export interface Report {
  readonly office: string;
  readonly indicator: string;
  readonly target: string;
  /** Day to which the values belong. */
  readonly asOf: string;
}

export interface Desk {
  look(): Promise<ProgrammeSeen>;
  /** Everything recorded after the position, oldest first. */
  eventsAfter(position: number): Promise<readonly EventSeen[]>;
  handIn(act: HandIn): Promise<void>;
  /** A place that others have made superfluous meanwhile is no fault. */
  sign(act: Signature): Promise<void>;
  /** Likewise. */
  record(act: Meeting): Promise<void>;
  report(act: Report): Promise<void>;
}
