/** Roll-outs: unit programmes, the frozen set of units, and samples. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import { decideChangeUnits } from './change-units.ts';
import type { UnitCommand } from './commands.ts';
import { decideDrawSample, decideRecordInspection } from './inspect.ts';

export const unitDeciders: Deciders<UnitCommand> = {
  ChangeUnits: decideChangeUnits,
  DrawSample: decideDrawSample,
  RecordInspection: decideRecordInspection,
};
