/** Words and HTTP statuses of refusals. A running programme moved to another version of its definition. */
import type { MigrationRejectionCode } from '../../domain/programme/migration/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const migrationProblems = {} as const satisfies Record<MigrationRejectionCode, ProblemText>;
