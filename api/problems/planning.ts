/** Words and HTTP statuses of what is refused when definitions are published and runs are played on paper. */
import { problem, type ProblemText } from './problem-text.ts';

export const PLANNING_PROBLEMS = {
  'definition-version-invalid': problem(409, ['版本号有误', 'Invalid version'], {
    detail: [
      '版本号须为最新版本加一，首个版本为 1；已发布的版本不得修改。',
      'The version must be the latest one plus one, or 1 for a new key; a published version never changes.',
    ],
    remedy: [
      '请按 expected 给出的版本号重新发布。',
      'Publish it under the version given by expected.',
    ],
  }),
  'projection-change-invalid': problem(422, ['假定的变动有误', 'Invalid change'], {
    detail: ['有的变动不适用于该方案。', 'A change does not apply to the plan.'],
    remedy: ['请按 errors 逐项更正。', 'Correct what errors lists.'],
  }),
  'projection-too-long': problem(422, ['推演过长', 'Projection too long'], {
    detail: [
      '推演超过 5000 个动作、50 年或允许的时间。',
      'The run takes more than 5,000 acts, 50 years or the time allowed.',
    ],
    remedy: ['请缩小变动的范围。', 'Ask for smaller changes.'],
  }),
  'plan-unknown-phase': problem(422, ['没有该阶段', 'Unknown phase'], {
    detail: ['方案定义中没有所指定的阶段。', 'The definition has no phase of a key that is given.'],
    remedy: ['请从方案定义中选取阶段的键。', 'Take the keys of the phases from the definition.'],
  }),
} as const satisfies Record<string, ProblemText>;
