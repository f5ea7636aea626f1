/** Words and HTTP statuses of refusals. Bodies that meet and vote. */
import type { DeliberationRejectionCode } from '../../domain/programme/deliberation/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const deliberationProblems = {} as const satisfies Record<
  DeliberationRejectionCode,
  ProblemText
>;
