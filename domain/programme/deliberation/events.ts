/** Bodies that meet and vote, and what is owed once a step is approved. The events. */
import type { Ballot } from '../../definition/ballot.ts';
import type { PhaseRound, Recipient } from '../events.ts';

export interface DeliberationEvents {
  /** Too few came: nothing is decided, and the meeting must be held again. A meeting with a quorum is a `StepDecided`. */
  readonly MeetingInquorate: PhaseRound & {
    readonly step: string;
    readonly office: string;
    readonly by: string;
    readonly ballot: Ballot;
    /** How many would have had to be present. */
    readonly quorum: number;
    /** The recording office and the owner. */
    readonly recipients: readonly Recipient[];
  };
  /** The step that these deliverables follow was approved, so that they are owed from now on. */
  readonly DeliverableCalledFor: PhaseRound & {
    readonly step: string;
    readonly deliverables: readonly string[];
    readonly recipients: readonly Recipient[];
  };
}
