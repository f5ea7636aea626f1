/** What people are told about targets reads as what it is about, in both languages. */
import { describe, expect, it } from '@jest/globals';
import type { NotificationContent } from '../../../domain/wording/notification-content.ts';
import { renderNotification } from '../../../domain/wording/notifications.ts';
import { measuredPlan } from '../../support/indicator-plan.ts';

const PLACE = { phase: 'coverage@2013', round: 1 } as const;

function worded(content: NotificationContent, office = 'alpha'): readonly [string, string] {
  const input = {
    ...content,
    definition: measuredPlan,
    programmeTitle: '方案',
    offices: [office],
  };
  const both = (['zh', 'en'] as const).map((locale) => {
    const { subject, text } = renderNotification({ ...input, locale });
    return `${subject}\n${text}`;
  });
  return [both[0] ?? '', both[1] ?? ''];
}

describe('notifications of a target', () => {
  it('set it instead of asking for papers', () => {
    const [zh, en] = worded({ kind: 'PhaseOpened', data: { ...PLACE, dueOn: '2013-12-31' } });
    expect(zh).toContain('【下达指标】coverage(中)（2013）');
    expect(zh).toContain('应于2013年12月31日（含当日）前达标。目标：不低于80%。');
    expect(en).toContain('Target set: coverage (2013)');
    expect(en).toContain('The target is at least 80 %.');
  });

  it('remind of the values that are to be reported', () => {
    const [zh, en] = worded({
      kind: 'DeadlineReminded',
      data: { ...PLACE, dueOn: '2013-12-31', workdaysBefore: 2 },
    });
    expect(zh).toContain('距到期还有2个工作日');
    expect(en).toContain('report the latest values before it is due');
  });

  it('say that it was measured and missed, and to others that it is for their information', () => {
    const content = {
      kind: 'DeadlineMissed',
      data: { ...PLACE, dueOn: '2013-12-31', responsible: ['alpha'] },
    } as const;
    const [zh, en] = worded(content);
    expect(zh).toContain('【未达标】');
    expect(zh).toContain('经测量未达标');
    expect(en).toContain('was measured and missed');
    const [other] = worded(content, 'watch');
    expect(other).toContain('特此告知，请督促责任单位尽快达标。');
  });

  it('ask on a rung why it was missed and when it will be reached', () => {
    const [zh, en] = worded({
      kind: 'EscalationRaised',
      data: {
        ...PLACE,
        rung: 'urge',
        dueOn: '2013-12-31',
        responsible: ['alpha'],
        answerDueOn: '2014-01-07',
      },
    });
    expect(zh).toContain('请于1月7日前答复');
    expect(zh).toContain('说明未达标的原因和拟达标的时间');
    expect(en).toContain('why it was missed and when it will be reached');
  });

  it('tell of a value behind its even pace with the numbers', () => {
    const [zh, en] = worded({
      kind: 'IndicatorMeasured',
      data: {
        ...PLACE,
        measuredOn: '2013-11-30',
        required: 80,
        numerator: 40,
        denominator: 100,
        value: 40,
        met: false,
        missing: 2,
        unmetCount: 3,
        pace: { expected: 57.03, behind: true },
      },
    });
    expect(zh).toContain('【进度滞后】coverage(中)（2013）：落后于序时进度');
    expect(zh).toContain(
      'Villages(中)：100中的40，40%；要求不低于80%，2个未报：未达标；序时进度应为57.03%，滞后。',
    );
    expect(en).toContain(
      'Villages: 40 of 100, 40 %; at least 80 % needed, 2 not reported: not met; even pace 57.03 %: behind.',
    );
  });

  it('leave other phases as they are', () => {
    const [zh] = worded({
      kind: 'DeadlineMissed',
      data: { phase: 'first', round: 1, dueOn: '2013-09-30', responsible: ['clerk'] },
    });
    expect(zh).toContain('【逾期】');
  });
});
