/** Roll-outs: unit programmes, the frozen set of units, and samples. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { UnitCommand } from './commands.ts';

export const unitDeciders: Deciders<UnitCommand> = {};
