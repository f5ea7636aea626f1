/** Words and HTTP statuses of refusals. Standing duties: periods that open one after another. */
import type { DutyRejectionCode } from '../../domain/programme/duties/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const dutyProblems = {
  'period-not-begun': problem(409, ['本期尚未开始', 'Period not begun'], {
    detail: [
      '常态任务的这一期尚未开始，不能办理。',
      'This period of the duty has not begun; nothing can be done in it yet.',
    ],
    remedy: [
      '请在方案中查看下一期的开始日期。',
      'Look in the programme for the day on which it opens.',
    ],
  }),
  'period-over': problem(409, ['本期已结束', 'Period over'], {
    detail: [
      '常态任务的这一期已办结或已失效，不能再办理。',
      'This period of the duty was closed or has lapsed; nothing can be done in it any more.',
    ],
    remedy: [
      '请在任务的各期记录中查看其结果。',
      'Look at the list of the periods of the duty for what became of it.',
    ],
  }),
} as const satisfies Record<DutyRejectionCode, ProblemText>;
