/** Words and HTTP statuses of refusals. A new calendar for a programme that runs. */
import type { CalendarRejectionCode } from '../../domain/programme/calendars/rejections.ts';
import type { ProblemText } from './problem-text.ts';

export const calendarProblems = {} as const satisfies Record<CalendarRejectionCode, ProblemText>;
