/** Who acts: transfers, consultations, further signers, copies, urging. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { HandsCommand } from './commands.ts';

export const handsDeciders: Deciders<HandsCommand> = {};
