/** The documents by which a calendar changes: a year's notice, and days that a place settles for itself. Described in docs/calendars.md. */
import { z } from 'zod';

const MOST_DAYS = 100;

const calendarKey = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('Key of the calendar, e.g. cn-public');
const day = z.iso.date().describe('A day, YYYY-MM-DD');
const name = z
  .strictObject({
    zh: z.string().trim().min(1).max(100).describe('In Chinese'),
    en: z.string().trim().min(1).max(100).describe('In English'),
  })
  .describe('What the days are called in both languages');
const documentNumber = z.string().trim().min(1).max(100);
const reason = z.string().trim().min(1).max(1000);
const onVersion = z
  .int()
  .min(1)
  .optional()
  .describe('Version of the calendar that was looked at; refused when it is another by now');

const noticeFields = {
  key: calendarKey,
  year: z.int().describe('Year that the notice lays down'),
  notice: z
    .strictObject({
      number: documentNumber.describe('Number of the notice 文号'),
      title: z.string().trim().min(1).max(200).describe('Title of the notice'),
      issuedOn: z.iso.date().describe('Day of issue 印发日期'),
    })
    .describe('The notice on which the year rests'),
  holidays: z
    .array(
      z.strictObject({
        from: z.iso.date().describe('First day off, included'),
        to: z.iso.date().describe('Last day off, included'),
        name,
      }),
    )
    .min(1)
    .max(MOST_DAYS)
    .describe('Days off 放假, with the weekends inside them'),
  makeUpWorkdays: z
    .array(z.iso.date().describe('A day of the weekend that is worked'))
    .max(MOST_DAYS)
    .describe('Make-up workdays 调休补班'),
  amends: z
    .boolean()
    .default(false)
    .describe('Whether it replaces a year that was published before, whole'),
  reason: reason.optional().describe('Why; needed where it amends'),
  onVersion,
} as const;

const overrideFields = {
  key: calendarKey,
  days: z
    .array(
      z.strictObject({
        date: day,
        off: z.boolean().describe('true: a day off; false: a day that is worked'),
        name,
      }),
    )
    .min(1)
    .max(MOST_DAYS)
    .describe('The days that are settled anew'),
  reason: reason.describe('Why'),
  documentNumber: documentNumber.describe('Number of the document that settles it 文号'),
  onVersion,
} as const;

export const calendarNotice = z.strictObject(noticeFields).meta({
  id: 'CalendarNotice',
  description: 'The holidays and make-up workdays of a year, by the yearly notice',
  example: {
    key: 'cn-public',
    year: 2013,
    notice: {
      number: '国办发明电〔2012〕33号',
      title: '国务院办公厅关于2013年部分节假日安排的通知',
      issuedOn: '2012-12-08',
    },
    holidays: [
      { from: '2013-01-01', to: '2013-01-03', name: { zh: '元旦', en: "New Year's Day" } },
    ],
    makeUpWorkdays: ['2013-01-05', '2013-01-06'],
  },
});

export const calendarOverride = z.strictObject(overrideFields).meta({
  id: 'CalendarOverride',
  description: 'Days that a place settles for itself, such as a day of typhoon',
  example: {
    key: 'cn-public',
    days: [{ date: '2013-10-08', off: true, name: { zh: '台风停工', en: 'Typhoon' } }],
    reason: '台风红色预警',
    documentNumber: '金防汛〔2013〕12号',
  },
});

export type CalendarNoticeDocument = z.output<typeof calendarNotice>;
export type CalendarOverrideDocument = z.output<typeof calendarOverride>;
