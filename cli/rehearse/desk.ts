/** What the people of a rehearsal can do and see; the player acts through it alone. */
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
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
    readonly check?: { readonly ok: boolean };
  }[];
  readonly steps: readonly {
    readonly key: string;
    readonly slots: readonly { readonly office: string; readonly status: string }[];
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
  report(act: Report): Promise<void>;
}
