/** Words and HTTP statuses of refusals. Governance of time: extensions, suspensions, good cause, reviews, accountability. */
import type { TimeRejectionCode } from '../../domain/programme/time/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const timeProblems = {} as const satisfies Record<TimeRejectionCode, ProblemText>;
