/** Words and HTTP statuses of refusals. A running programme moved to another version of its definition. */
import type { MigrationRejectionCode } from '../../domain/programme/migration/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const migrationProblems = {
  'migration-target-unknown': problem(422, ['没有该版本', 'Unknown version'], {
    detail: ['该方案定义没有这个已发布的版本。', 'The definition has no such published version.'],
    remedy: ['请从方案定义清单中选取版本。', 'Choose a version from the list of definitions.'],
  }),
  'migration-target-invalid': problem(422, ['不是更高版本', 'Not a later version'], {
    detail: [
      '只能变更到比现行版本更高的版本。',
      'A programme can only move to a later version than the one that it runs.',
    ],
    remedy: ['请发布并选取更高的版本。', 'Publish and choose a later version.'],
  }),
  'migration-choice-invalid': problem(422, ['日期选择有误', 'Invalid choice of dates'], {
    detail: [
      '所选阶段不在该方案之中。',
      'A choice is about a phase that the programme does not have.',
    ],
    remedy: ['请从方案中选取阶段的键。', 'Take the keys of the phases from the programme.'],
  }),
  'migration-impossible': problem(409, ['不能变更到该版本', 'Migration not possible'], {
    detail: [
      '有阶段不能按新版本继续实施。',
      'At least one phase cannot go on under the new version.',
    ],
    remedy: ['请查看预览中各阶段的说明。', 'Look at the preview, which says why for each phase.'],
  }),
  'migration-outdated': problem(409, ['预览已过时', 'Preview out of date'], {
    detail: [
      '方案在预览之后已有变化，版本变更的结果不再相同。',
      'The programme has changed since the preview; the migration would have another result.',
    ],
    remedy: ['请重新预览并再次提出。', 'Preview it again and propose anew.'],
  }),
  'migration-not-pending': problem(409, ['没有待决的版本变更', 'No such migration is pending'], {
    detail: [
      '该版本变更已经决定，或已被新的提议取代。',
      'The migration has been decided, or a later proposal has taken its place.',
    ],
    remedy: ['请查看方案的当前状态。', 'Look at the present state of the programme.'],
  }),
  'migration-same-person': problem(403, ['提议人不得批准', 'Proposer may not decide'], {
    detail: ['提出版本变更的人不能自己决定。', 'Whoever proposed the migration may not decide it.'],
    remedy: ['请由另一人决定。', 'Let another person decide.'],
  }),
} as const satisfies Record<MigrationRejectionCode, ProblemText>;
