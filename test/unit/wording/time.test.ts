import { describe, expect, it } from '@jest/globals';
import { readNotificationContent } from '../../../db/read-models/notification-content.ts';
import type { NotificationContent } from '../../../domain/wording/notification-content.ts';
import { renderNotification } from '../../../domain/wording/notifications.ts';
import { plan } from '../../support/plan.ts';

const place = { phase: 'first', round: 2, office: 'head' };
const rung = { ...place, rung: 'circulate' } as const;

const CONTENTS: readonly NotificationContent[] = [
  { kind: 'ExtensionRequested', data: { ...place, from: '2013-09-30', to: '2013-10-10' } },
  { kind: 'DeadlineExtended', data: { ...place, from: '2013-09-30', to: '2013-10-10' } },
  { kind: 'ExtensionRefused', data: { ...place, dueOn: '2013-09-30' } },
  { kind: 'ProgrammeSuspended', data: { office: 'head', by: 'someone' } },
  { kind: 'ProgrammeResumed', data: { office: 'head', by: 'someone', days: 1 } },
  { kind: 'ClimbStopped', data: place },
  {
    kind: 'AnswerMissed',
    data: {
      phase: 'first',
      round: 2,
      rung: 'circulate',
      answerDueOn: '2013-10-16',
      responsible: ['clerk'],
    },
  },
  { kind: 'ReviewRequested', data: { ...rung, dueOn: '2013-10-20' } },
  { kind: 'ReviewDecided', data: { ...rung, upheld: false } },
  { kind: 'AccountabilityDecided', data: { ...rung, measure: 'talk' } },
];

function contentOf(kind: NotificationContent['kind']): NotificationContent {
  const found = CONTENTS.find((content) => content.kind === kind);
  if (found === undefined) throw new Error(`no content of ${kind}`);
  return found;
}

const render = (content: NotificationContent, locale: 'zh' | 'en', office = 'clerk'): string => {
  const input = { ...content, definition: plan, programmeTitle: 'plan', offices: [office], locale };
  const { subject, text } = renderNotification(input);
  return `${subject}\n${text}`;
};

describe('the notifications of the governance of time', () => {
  it.each(CONTENTS.map((content) => [content.kind, content] as const))(
    '%s has words in both languages and is read back as it was stored',
    (kind, content) => {
      expect(render(content, 'zh')).toMatch(/^【[^】]+】/);
      expect(render(content, 'en')).toMatch(/^[A-Z]/);
      expect(`${render(content, 'zh')}${render(content, 'en')}`).not.toContain('undefined');
      const stored = { kind, phase: null, round: null, dueOn: null, data: { ...content.data } };
      expect(readNotificationContent(stored)).toEqual(content);
    },
  );

  it('says by when a request is decided, and that silence leaves the due day', () => {
    const text = render(contentOf('ExtensionRequested'), 'zh', 'head');
    expect(text).toContain('由2013年9月30日延至2013年10月10日');
    expect(text).toContain('逾期未决定的，申请失效，原截止日期不变');
  });

  it('asks the responsible office to answer and others to press', () => {
    const missed = contentOf('AnswerMissed');
    expect(render(missed, 'en', 'clerk')).toContain('Please answer at once');
    expect(render(missed, 'en', 'head')).toContain('see to it');
  });

  it('says of a unit programme that it follows its parent, and that nobody decided so', () => {
    const data = { office: 'head', by: 'clock' };
    const both = [
      render({ kind: 'ProgrammeSuspended', data }, 'zh'),
      render({ kind: 'ProgrammeResumed', data: { ...data, days: 2 } }, 'zh'),
    ];
    expect(both[0]).toContain('《plan》随上级方案中止');
    expect(both[1]).toContain('《plan》随上级方案恢复实施');
    expect(both.join('')).not.toContain('决定');
    expect(render({ kind: 'ProgrammeSuspended', data }, 'en')).toContain(
      'has been suspended with its parent programme',
    );
  });

  it('never says that somebody was punished', () => {
    const all = CONTENTS.map((content) => render(content, 'zh')).join('\n');
    expect(all).not.toMatch(/处分|处罚|已问责/);
  });
});
