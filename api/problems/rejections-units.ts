/** Words and HTTP statuses of refusals. Roll-outs: unit programmes, the frozen set of units, and samples. */
import type { UnitRejectionCode } from '../../domain/programme/units/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const unitProblems = {} as const satisfies Record<UnitRejectionCode, ProblemText>;
