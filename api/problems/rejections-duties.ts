/** Words and HTTP statuses of refusals. Standing duties: periods that open one after another. */
import type { DutyRejectionCode } from '../../domain/programme/duties/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const dutyProblems = {} as const satisfies Record<DutyRejectionCode, ProblemText>;
