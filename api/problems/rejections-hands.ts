/** Words and HTTP statuses of refusals. Who acts: transfers, consultations, further signers, copies, urging. */
import type { HandsRejectionCode } from '../../domain/programme/hands/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const handsProblems = {} as const satisfies Record<HandsRejectionCode, ProblemText>;
