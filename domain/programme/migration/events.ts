/** A running programme moved to another version of its definition. The events. */
import type { PhasePlan, Recipient } from '../events.ts';
import type { LocalDate } from '../../calendar/types.ts';
import type { RungKey } from '../../definition/types.ts';
import type { DateChoice, DutyState } from '../state.ts';

interface VersionOf {
  readonly key: string;
  readonly version: number;
}

/** A phase as it stands under the new version. What has happened in it stays. */
export interface MigratedPhase extends PhasePlan {
  /** Reminders of the present round that are not sent any more, those already sent included. */
  readonly reminded: readonly number[];
  /** Rungs of the present round that are not raised, as they would already be past. */
  readonly passedOver: readonly RungKey[];
  /** Co-organisers whose inner date of the present round is not recorded as missed, as it would already be past. */
  readonly innerPassedOver?: readonly string[];
  /** The last day up to which the pace of a target is not asked about, as it would already be past. */
  readonly pacesUntil?: LocalDate;
  /** Steps that are put to their offices anew, as their policy or their turn has changed before anybody signed. */
  readonly askedAnew: readonly string[];
}

export interface MigrationEvents {
  readonly MigrationProposed: {
    readonly migration: string;
    readonly to: VersionOf;
    readonly choices: Readonly<Record<string, DateChoice>>;
    readonly previewHash: string;
    readonly by: string;
    /** The office that decides. */
    readonly decidedBy: string;
    readonly recipients: readonly Recipient[];
  };
  readonly MigrationRefused: {
    readonly migration: string;
    readonly to: VersionOf;
    readonly by: string;
    readonly office: string;
    readonly opinion: string;
    readonly recipients: readonly Recipient[];
  };
  /** All phases in the order of the new version; one that is not among them is gone. */
  readonly ProgrammeMigrated: {
    readonly migration: string;
    readonly from: VersionOf;
    readonly to: VersionOf;
    readonly previewHash: string;
    readonly proposedBy: string;
    readonly by: string;
    readonly office: string;
    readonly opinion: string | null;
    readonly phases: readonly MigratedPhase[];
    readonly duties: readonly DutyState[];
    readonly recipients: readonly Recipient[];
  };
}
