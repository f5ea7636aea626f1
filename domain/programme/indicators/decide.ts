/** Indicators: reports, measurements and targets. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { IndicatorCommand } from './commands.ts';

export const indicatorDeciders: Deciders<IndicatorCommand> = {};
