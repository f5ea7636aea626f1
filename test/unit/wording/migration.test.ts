import { describe, expect, it } from '@jest/globals';
import type { NotificationContent } from '../../../domain/wording/notification-content.ts';
import { renderNotification } from '../../../domain/wording/notifications.ts';
import { plan } from '../../support/plan.ts';

const to = { key: 'small-plan', version: 2 };
const from = { key: 'small-plan', version: 1 };

const TOLD: readonly (readonly [NotificationContent, zh: string, en: string])[] = [
  [
    { kind: 'MigrationProposed', data: { to } },
    '【待批准】版本变更：第 2 版',
    'To decide: move to version 2',
  ],
  [
    { kind: 'MigrationRefused', data: { to, office: 'head' } },
    '【未获批准】版本变更：第 2 版',
    'Not approved: move to version 2',
  ],
  [
    { kind: 'ProgrammeMigrated', data: { from, to, office: 'head' } },
    '【版本变更】已由第 1 版变更到第 2 版',
    'Moved from version 1 to version 2',
  ],
];

describe('what people are told of a migration', () => {
  it.each(TOLD)('%j names the version, the programme and the reader', (content, zh, en) => {
    const scene = { definition: plan, programmeTitle: '小方案', offices: ['clerk'] };
    const chinese = renderNotification({ ...content, ...scene, locale: 'zh' });
    const english = renderNotification({ ...content, ...scene, locale: 'en' });
    expect([chinese.subject, english.subject]).toEqual([zh, en]);
    for (const { text } of [chinese, english]) {
      expect(text).toContain('小方案');
      expect(text).toContain('clerk');
    }
  });
});
