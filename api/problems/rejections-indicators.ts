/** Words and HTTP statuses of refusals. Indicators: reports, measurements and targets. */
import type { IndicatorRejectionCode } from '../../domain/programme/indicators/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const indicatorProblems = {} as const satisfies Record<IndicatorRejectionCode, ProblemText>;
