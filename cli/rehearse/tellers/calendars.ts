/** A new calendar for a programme that runs. How a rehearsal tells of the events. */
import type { CalendarEvents } from '../../../domain/programme/calendars/events.ts';
import type { Tellers } from './teller.ts';

export const calendarTellers: Tellers<keyof CalendarEvents> = {
  CalendarApplied: ({ to, changes, answers, horizonAfter }) => {
    const moved = changes.length + answers.length;
    return {
      zh: `工作日历更新至第${to}版（公布至 ${horizonAfter}），${moved}项日期重新计算`,
      en: `calendar version ${to}, published through ${horizonAfter}: ${moved} dates counted again`,
    };
  },
};
