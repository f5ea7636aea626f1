/** A notice for 2027 as it might be, and the calendar that it makes of the shipped one. */
import { CN_PUBLIC } from '../../domain/calendar/cn-public.ts';
import {
  changedCalendar,
  type NoticeChange,
  type OverrideChange,
} from '../../domain/calendar/change.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { CalendarNoticeDocument } from '../../programmes/calendar-schema.ts';

const named = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

export const NOTICE_2027: NoticeChange = {
  kind: 'notice',
  year: 2027,
  notice: {
    number: '国办发明电〔2026〕9号',
    title: '国务院办公厅关于2027年部分节假日安排的通知',
    issuedOn: '2026-11-10',
  },
  holidays: [
    { from: '2027-01-01', to: '2027-01-03', name: named('元旦', "New Year's Day") },
    { from: '2027-02-05', to: '2027-02-13', name: named('春节', 'Spring Festival') },
    { from: '2027-04-03', to: '2027-04-05', name: named('清明节', 'Qingming Festival') },
  ],
  makeUpWorkdays: ['2027-01-30', '2027-02-20'],
};

export const TYPHOON: OverrideChange = {
  kind: 'override',
  documentNumber: '金防汛〔2027〕3号',
  days: [{ date: '2027-03-01', off: true, name: named('台风停工', 'Typhoon') }],
};

export const CN_2027: WorkCalendar = changedCalendar(CN_PUBLIC, NOTICE_2027);

/** The notice as a request body. */
export function noticeBody(
  change: Partial<CalendarNoticeDocument> = {},
): Readonly<Record<string, unknown>> {
  const { kind: _kind, ...notice } = NOTICE_2027;
  return { key: 'cn-public', ...notice, ...change };
}
