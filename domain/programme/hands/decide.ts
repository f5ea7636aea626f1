/** Who acts: transfers, consultations, further signers, copies, urging. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { HandsCommand } from './commands.ts';
import { decideConsult, decideConsultationAnswer } from './consultations.ts';
import { decideAddSigner, decideRemoveSigner, decideTransfer } from './signers.ts';
import { decideCopy, decideUrge } from './telling.ts';

export const handsDeciders: Deciders<HandsCommand> = {
  TransferSlot: decideTransfer,
  AddSigner: decideAddSigner,
  RemoveSigner: decideRemoveSigner,
  Consult: decideConsult,
  AnswerConsultation: decideConsultationAnswer,
  CopyTo: decideCopy,
  Urge: decideUrge,
};
