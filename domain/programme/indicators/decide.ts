/** Indicators: reports, measurements and targets. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { IndicatorCommand } from './commands.ts';
import { decideMeasure } from './measure-indicator.ts';
import { decideReport } from './report-indicator.ts';

export const indicatorDeciders: Deciders<IndicatorCommand> = {
  ReportIndicator: decideReport,
  MeasureIndicator: decideMeasure,
};
