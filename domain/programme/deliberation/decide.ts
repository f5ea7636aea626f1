/** Bodies that meet and vote. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { DeliberationCommand } from './commands.ts';
import { decideRecordBallot } from './record-ballot.ts';

export const deliberationDeciders: Deciders<DeliberationCommand> = {
  RecordBallot: decideRecordBallot,
};
