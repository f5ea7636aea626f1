/** Words and HTTP statuses of what publishing a calendar refuses. */
import type { CalendarRefusalCode } from '../../engine/publish-calendar.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const CALENDAR_PROBLEMS = {
  'calendar-changed': problem(409, ['日历已有新版本', 'Calendar has a newer version'], {
    detail: [
      '您查看之后，日历已公布了新的版本。',
      'Another version of the calendar was published since you looked at it.',
    ],
    remedy: ['请重新查看后再公布。', 'Look at it again and repeat.'],
  }),
  'calendar-year-published': problem(409, ['该年度已公布', 'Year already published'], {
    detail: [
      '该年度的放假安排已经公布，只能以印发在后的通知修订。',
      'The year is published already; only a later notice may amend it.',
    ],
    remedy: [
      '如确需修订，请设 amends 为 true 并写明理由。',
      'To amend it, set amends to true and give a reason.',
    ],
  }),
  'calendar-faulty': problem(422, ['日历内容有误', 'Faulty calendar'], {
    detail: [
      '公布的内容有错误，日历未作改动。',
      'What is published has faults; nothing was changed.',
    ],
    remedy: ['请按 errors 逐项更正。', 'Correct what errors lists.'],
  }),
} as const satisfies Record<
  Exclude<CalendarRefusalCode, 'idempotency-key-reused' | 'calendar-not-found'>,
  ProblemText
>;
