/** Who acts: transfers, consultations, further signers, copies, urging. The commands. */
import type { SignerPlace } from './effective-policy.ts';

/** The slot by whose holder a command is given. */
export interface SlotPlace {
  readonly phase: string;
  /** The round that the person saw; another one is refused. */
  readonly round: number;
  readonly step: string;
  readonly office: string;
}

/** Gives the open slot to another office 转办. */
export interface TransferSlot extends SlotPlace {
  readonly type: 'TransferSlot';
  readonly to: string;
  readonly reason: string;
}

/** Asks for a further signer 加签. */
export interface AddSigner extends SlotPlace {
  readonly type: 'AddSigner';
  readonly signer: string;
  readonly place: SignerPlace;
  readonly reason: string;
}

/** Takes back a signer whom the slot asked for 减签. */
export interface RemoveSigner extends SlotPlace {
  readonly type: 'RemoveSigner';
  readonly signer: string;
  readonly reason: string;
}

/** Asks another office for its opinion before deciding 委派; the slot stays where it is. */
export interface Consult extends SlotPlace {
  readonly type: 'Consult';
  readonly consulted: string;
  readonly question: string;
}

export interface AnswerConsultation {
  readonly type: 'AnswerConsultation';
  readonly consultationId: string;
  readonly answer: string;
}

/** Copies a phase to an office for its information 抄送. */
export interface CopyTo {
  readonly type: 'CopyTo';
  readonly phase: string;
  readonly to: string;
  readonly note: string | null;
}

/** Urges by hand whoever holds the phase up 催办. */
export interface Urge {
  readonly type: 'Urge';
  readonly phase: string;
  readonly note: string | null;
}

export type HandsCommand =
  TransferSlot | AddSigner | RemoveSigner | Consult | AnswerConsultation | CopyTo | Urge;
