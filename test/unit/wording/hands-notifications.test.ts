import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../../domain/definition/types.ts';
import { tellable } from '../../../domain/wording/hands-content.ts';
import type { NotificationContent } from '../../../domain/wording/notification-content.ts';
import { renderNotification } from '../../../domain/wording/notifications.ts';
import { readNotificationContent } from '../../../db/read-models/notification-content.ts';
import { plan } from '../../support/plan.ts';

const place = { phase: 'first', round: 2, step: 'head' };

const TABLE: readonly (readonly [NotificationContent, zh: string, en: string])[] = [
  [
    { kind: 'SlotTransferred', data: { ...place, from: 'alpha', to: 'watch' } },
    '【转办】',
    'Transferred: ',
  ],
  [
    {
      kind: 'SignerAdded',
      data: { ...place, office: 'alpha', signer: 'watch', place: 'after' },
    },
    '【加签】',
    'Asked to sign: ',
  ],
  [
    { kind: 'ConsultationAsked', data: { ...place, office: 'alpha', consulted: 'watch' } },
    '【征询意见】',
    'Your opinion is asked: ',
  ],
  [
    { kind: 'ConsultationAnswered', data: { ...place, office: 'watch', asker: 'alpha' } },
    '【征询答复】',
    'Consultation answered: ',
  ],
  [
    { kind: 'PhaseCopied', data: { phase: 'first', round: 2, office: 'alpha' } },
    '【抄送】',
    'For your information: ',
  ],
  [
    {
      kind: 'PhaseUrged',
      data: { phase: 'first', round: 2, office: 'head', responsible: ['alpha', 'watch'] },
    },
    '【催办】',
    'Urged: ',
  ],
  [
    {
      kind: 'InnerDateMissed',
      data: { phase: 'first', round: 2, office: 'alpha', innerDueOn: '2013-09-26', lead: 'watch' },
    },
    '【协办逾期】',
    'Inner date missed: ',
  ],
];

const rendered = (content: NotificationContent, locale: Locale) =>
  renderNotification({
    ...content,
    definition: plan,
    programmeTitle: '小方案',
    offices: ['watch'],
    locale,
  });

describe('a notification of who acts', () => {
  test.each(TABLE)('%j says so in both languages, with round and offices', (content, zh, en) => {
    const chinese = rendered(content, 'zh');
    const english = rendered(content, 'en');
    expect(chinese.subject.startsWith(zh)).toBe(true);
    expect(english.subject.startsWith(en)).toBe(true);
    expect(chinese.text).toContain('《小方案》“first(中)”阶段（第2轮）');
    expect(english.text).toContain('phase “first” (round 2) of “小方案”');
    for (const { text, subject } of [chinese, english]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(Array.from(subject).length).toBeLessThanOrEqual(60);
    }
  });

  test.each(TABLE)('%j is read back from what is stored', (content) => {
    const stored = { ...content.data };
    const row = { kind: content.kind, phase: 'first', round: 2, data: stored, dueOn: null };
    expect(readNotificationContent(row)).toEqual(content);
  });

  test('speaks to the co-organiser and to the lead differently', () => {
    const data = { phase: 'first', round: 1, office: 'watch', innerDueOn: '2013-09-26' };
    const own = rendered({ kind: 'InnerDateMissed', data: { ...data, lead: 'alpha' } }, 'zh');
    const lead = rendered(
      { kind: 'InnerDateMissed', data: { ...data, office: 'alpha', lead: 'watch' } },
      'zh',
    );
    expect(own.text).toContain('请立即提交所承担的材料');
    expect(lead.text).toContain('请牵头督促其尽快提交');
  });

  test('carries nothing that people wrote', () => {
    const data = { from: 'a', reason: 'r', question: 'q', answer: 'a', note: 'n' };
    expect(tellable('SlotTransferred', data)).toEqual({ from: 'a' });
    expect(tellable('DeadlineMissed', { dueOn: '2013-09-30' })).toEqual({ dueOn: '2013-09-30' });
  });
});
