/** Commands of transfers, further signers and consultations in the first phase of the small plan, ready to send. */
import type { HandsCommand, SlotPlace } from '../../domain/programme/hands/commands.ts';
import type { SignerPlace } from '../../domain/programme/hands/effective-policy.ts';

/** A slot of the first step of the first phase. */
export function slot(office: string, round = 1, step = 'all-of-them'): SlotPlace {
  return { phase: 'first', round, step, office };
}

export function transfer(office: string, to: string, round = 1): HandsCommand {
  return { type: 'TransferSlot', ...slot(office, round), to, reason: 'on leave' };
}

export function addSigner(
  office: string,
  signer: string,
  place: SignerPlace = 'before',
): HandsCommand {
  return { type: 'AddSigner', ...slot(office), signer, place, reason: 'knows the figures' };
}

export function removeSigner(office: string, signer: string): HandsCommand {
  return { type: 'RemoveSigner', ...slot(office), signer, reason: 'no longer needed' };
}

export function consult(office: string, consulted: string): HandsCommand {
  return { type: 'Consult', ...slot(office), consulted, question: 'Is the sum right?' };
}
