/** Words and HTTP statuses of refusals. A new calendar for a programme that runs. */
import type { CalendarRejectionCode } from '../../domain/programme/calendars/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const calendarProblems = {
  'calendar-by-clock-only': problem(403, ['只能由系统办理', 'By the clock only'], {
    detail: [
      '方案改用新的工作日历只能由系统办理。',
      'Only the system moves a programme to a new version of its calendar.',
    ],
    remedy: ['日历公布后系统会自动办理。', 'It does so by itself after the publication.'],
  }),
  'calendar-version-unknown': problem(422, ['没有该日历版本', 'Unknown version of the calendar'], {
    detail: ['方案所用的日历没有这个版本。', 'The calendar of the programme has no such version.'],
    remedy: ['请核对日历的版本。', 'Check the versions of the calendar.'],
  }),
  'calendar-not-newer': problem(409, ['日历版本并非更新', 'Not a newer calendar'], {
    detail: [
      '方案已经采用这个版本或更新的日历。',
      'The programme goes by this version of the calendar or a later one already.',
    ],
    remedy: ['无须再办。', 'There is nothing left to do.'],
  }),
} as const satisfies Record<CalendarRejectionCode, ProblemText>;
