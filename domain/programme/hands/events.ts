/** Who acts: transfers, consultations, further signers, copies, urging. The events. */
import type { LocalDate } from '../../calendar/types.ts';
import type { ClockData, PhaseRound, Recipient } from '../events.ts';
import type { SignerPlace } from './effective-policy.ts';

/** Of what somebody does for an office. */
interface Done {
  readonly by: string;
  /** Set where the office is vacant: the office that acts in its place. */
  readonly actingOffice?: string;
}

interface Told {
  readonly recipients: readonly Recipient[];
}

interface InStep extends PhaseRound {
  readonly step: string;
}

interface Contribution extends PhaseRound {
  readonly office: string;
  readonly innerDueOn: LocalDate;
}

export interface HandsEvents {
  readonly SlotTransferred: InStep &
    Done &
    Told & { readonly from: string; readonly to: string; readonly reason: string };
  readonly SignerAdded: InStep &
    Done &
    Told & {
      /** Of the slot that asked for the signer. */
      readonly office: string;
      readonly signer: string;
      readonly place: SignerPlace;
      readonly reason: string;
    };
  readonly SignerRemoved: InStep &
    Done & { readonly office: string; readonly signer: string; readonly reason: string };
  readonly ConsultationAsked: InStep &
    Done &
    Told & {
      readonly consultationId: string;
      readonly office: string;
      readonly consulted: string;
      readonly question: string;
    };
  readonly ConsultationAnswered: InStep &
    Done &
    Told & {
      readonly consultationId: string;
      /** Office that was consulted. */
      readonly office: string;
      /** Office of the slot that asked. */
      readonly asker: string;
      readonly answer: string;
    };
  readonly PhaseCopied: PhaseRound &
    Done &
    Told & {
      /** Owner, lead or office of an open slot. */
      readonly office: string;
      readonly to: string;
      readonly note: string | null;
    };
  readonly PhaseUrged: PhaseRound &
    Done &
    Told & {
      /** Owner, lead or a superior of a responsible office. */
      readonly office: string;
      readonly responsible: readonly string[];
      readonly note: string | null;
    };
  /** A co-organiser has handed in all that it owes, and it passes its checks. */
  readonly ContributionCompleted: Contribution & { readonly late: boolean };
  /** What a co-organiser had handed in was replaced by something that fails its check. */
  readonly ContributionReopened: Contribution;
  readonly InnerDateMissed: ClockData &
    Told & { readonly office: string; readonly innerDueOn: LocalDate; readonly lead: string };
}
