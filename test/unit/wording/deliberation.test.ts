/** What people are told of meetings and of what is owed once a step is approved, in both languages. */
import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../../domain/definition/types.ts';
import type { NotificationContent } from '../../../domain/wording/notification-content.ts';
import { renderNotification } from '../../../domain/wording/notifications.ts';
import { accountsDefinition, landDefinition } from '../../support/chains.ts';

type Told = Extract<NotificationContent, { readonly data: { readonly phase: string } }>;

function said(content: Told, locale: Locale, office: string): string {
  const { phase } = content.data;
  const definition = phase === 'accounts' ? accountsDefinition() : landDefinition();
  const scene = { definition, programmeTitle: '方案', offices: [office], locale };
  const { subject, text } = renderNotification({ ...content, ...scene });
  return `${subject}\n${text}`;
}

const inquorate = {
  kind: 'MeetingInquorate',
  data: {
    ...{ phase: 'land-resolve', round: 1, step: 'resolve', office: 'representatives' },
    ...{ heldOn: '2013-10-08', eligible: 33, present: 21, quorum: 22 },
  },
} as const;
const called = {
  kind: 'DeliverableCalledFor',
  data: { phase: 'accounts', round: 1, step: 'secretary', deliverables: ['posting'] },
} as const;
const opened = {
  kind: 'StepOpened',
  data: { phase: 'land-resolve', round: 1, step: 'resolve', dueOn: '2013-10-19' },
} as const;

describe('people are told', () => {
  test.each<readonly [string, Told, string, string, string]>([
    [
      'that the meeting must be held again',
      inquorate,
      'representatives',
      '应到 33 人，实到 21 人，法定人数 22 人，未达到，表决无效。\n\n请重新召集会议，并登记表决结果。',
      '21 of 33 present, 22 needed.\n\nPlease call the meeting again and record its vote.',
    ],
    ['of it, who only owns the plan', inquorate, 'town', '特此告知', 'for your information'],
    [
      'what is owed after the signatures',
      called,
      'accountant',
      '1. 张贴公布并当日录入公开平台',
      '1. Posted, and entered on the platform',
    ],
    [
      'to have the body meet rather than to decide',
      opened,
      'representatives',
      '请于2013年10月19日（含当日）前召集居民（村民）代表会议表决，并登记表决结果；亦可退回。',
      'Please have this body meet and record its vote by 19 October 2013, that day included, or return the phase: The representatives’ meeting.',
    ],
  ])('%s', (...[, content, office, zh, en]) => {
    expect(said(content, 'zh', office)).toContain(zh);
    expect(said(content, 'en', office)).toContain(en);
  });

  test('at the opening of a phase only of what is owed then', () => {
    const content = {
      kind: 'PhaseOpened',
      data: { phase: 'accounts', round: 1, dueOn: '2013-09-30' },
    } as const;
    const words = said(content, 'zh', 'accountant');
    expect(words).toContain('1. 逐单审核的财务收支明细');
    expect(words).not.toContain('张贴公布');
  });
});
