/** What people are told when a calendar was applied. */
import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../../domain/definition/types.ts';
import type { NotificationContent } from '../../../domain/wording/notification-content.ts';
import { renderNotification } from '../../../domain/wording/notifications.ts';
import { plan } from '../../support/plan.ts';

describe('a calendar that was applied', () => {
  const notice = {
    version: 2,
    kind: 'notice',
    year: 2027,
    number: '国办发明电〔2026〕9号',
    title: '国务院办公厅关于2027年部分节假日安排的通知',
    amends: false,
  } as const;
  const phase = 'third';
  const change = {
    phase,
    round: 1,
    dueOnBefore: '2027-02-05',
    dueOnAfter: '2027-02-15',
    dueAt: '2027-02-15T16:00:00.000Z',
    why: 'due-rule',
  } as const;
  const answer = {
    phase,
    round: 1,
    rung: 'urge',
    escalationId: 'x',
    answerDueOnBefore: '2027-01-01',
    answerDueOnAfter: '2027-01-04',
  } as const;

  function worded(
    locale: Locale,
    data: Extract<NotificationContent, { kind: 'CalendarApplied' }>['data'],
  ): { subject: string; text: string } {
    return renderNotification({
      kind: 'CalendarApplied',
      data,
      definition: plan,
      programmeTitle: '队伍调整',
      offices: ['clerk'],
      locale,
    });
  }

  test('names the notice and each date that moved', () => {
    const data = { published: [notice], changes: [change], answers: [answer], confirmed: [] };
    const { subject, text } = worded('zh', data);
    expect(subject).toBe('【工作日历】《队伍调整》：2项日期已重新计算');
    expect(text).toContain(
      '国务院办公厅已公布2027年放假安排（国办发明电〔2026〕9号），本方案2项日期已重新计算。',
    );
    expect(text).toContain('截止日期由2027年2月5日改为2027年2月15日');
    expect(text).toContain('催办的答复期限由2027年1月1日改为2027年1月4日');
    const english = worded('en', data);
    expect(english.subject).toBe('Calendar: 队伍调整, 2 dates have been counted again');
    expect(english.text).toContain('due on 15 February 2027 instead of 5 February 2027');
  });

  test('says that provisional days are certain now', () => {
    const data = { published: [notice], changes: [], answers: [], confirmed: [phase] };
    expect(worded('zh', data).text).toContain('原为暂定，现已确定，保持不变');
    expect(worded('en', data).text).toContain('now certain and stay');
  });

  test('tells of an amendment and of a day that the place settled', () => {
    const amended = { ...notice, amends: true, title: '国务院关于调整的通知' };
    const typhoon = {
      version: 3,
      kind: 'override',
      number: '一号',
      days: [{ date: '2027-03-01', off: true }],
    } as const;
    const data = { published: [amended, typhoon], changes: [], answers: [answer], confirmed: [] };
    expect(worded('zh', data).text).toContain(
      '国务院已调整2027年放假安排（国办发明电〔2026〕9号）；一号规定2027年3月1日放假，',
    );
    expect(worded('en', data).text).toContain('By 一号, 1 March 2027 is a day off.');
  });
});
