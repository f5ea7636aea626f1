import { describe, expect, test } from '@jest/globals';
import type { Definition, Locale } from '../../../domain/definition/types.ts';
import type { NotificationContent } from '../../../domain/wording/notification-content.ts';
import { renderNotification } from '../../../domain/wording/notifications.ts';

const definition: Definition = {
  key: 'staffing',
  version: 1,
  title: { zh: '队伍调整方案', en: 'Staffing plan' },
  source: {
    paper: { zh: '实施方案', en: 'Plan' },
    issuer: { zh: '镇政府', en: 'Town' },
    documentNumber: null,
  },
  zone: 'Asia/Shanghai',
  calendar: 'cn-public',
  startsOn: '2013-09-15',
  offices: [
    { key: 'mayor', title: { zh: '镇长', en: 'Mayor' }, reportsTo: null, clause: null },
    {
      key: 'finance',
      title: { zh: '财政所', en: 'Finance office' },
      reportsTo: 'mayor',
      clause: null,
    },
    {
      key: 'labour',
      title: { zh: '劳保所', en: 'Labour office' },
      reportsTo: 'mayor',
      clause: null,
    },
    {
      key: 'group',
      title: { zh: '领导小组办公室', en: 'Group office' },
      reportsTo: 'mayor',
      clause: null,
    },
  ],
  owner: 'group',
  ladder: {
    reminders: [],
    rungs: (
      [
        ['urge', '催办', 'Urging'],
        ['supervise', '督办', 'Supervision'],
        ['circulate', '通报', 'Circular'],
        ['accountability', '问责建议', 'Accountability proposal'],
      ] as const
    ).map(([key, zh, en], index) => ({
      key,
      title: { zh, en },
      workdaysAfter: 1 + 2 * index,
      at: '09:00',
      audience: { responsible: true, superiorLevels: 1, offices: [] },
      answerWithinWorkdays: 2,
    })),
  },
  rework: { value: 5, unit: 'workdays' },
  phases: [
    {
      key: 'survey',
      title: { zh: '摸底调查', en: 'Survey' },
      clause: '',
      window: { from: '2013-09-15', to: '2013-09-30' },
      after: [],
      deliverables: [
        {
          key: 'list',
          title: { zh: '人员名册', en: 'Roster' },
          clause: '',
          kind: 'document',
          office: 'finance',
        },
        {
          key: 'minutes',
          title: { zh: '会议纪要', en: 'Minutes' },
          clause: '',
          kind: 'minutes',
          office: 'labour',
        },
        {
          key: 'costs',
          title: { zh: '经费测算', en: 'Cost estimate' },
          clause: '',
          kind: 'document',
          office: 'finance',
        },
      ],
      steps: [
        {
          key: 'review',
          title: { zh: '会签', en: 'Joint review' },
          policy: { kind: 'office', office: 'finance' },
        },
      ],
    },
    {
      key: 'analysis',
      title: { zh: '分析研究', en: 'Analysis' },
      clause: '',
      window: { from: '2013-10-01', to: '2013-10-15' },
      after: ['survey'],
      deliverables: [],
      steps: [],
    },
  ],
  notes: [],
};

const survey = { phase: 'survey', round: 1 } as const;
const missed = { ...survey, dueOn: '2013-09-30', responsible: ['finance', 'labour'] } as const;
const raised = { ...missed, answerDueOn: '2013-10-10' } as const;

function render(
  content: NotificationContent,
  options: { locale: Locale; offices?: readonly string[]; rehearsal?: boolean; title?: string },
): { subject: string; text: string } {
  return renderNotification({
    ...content,
    definition,
    programmeTitle: options.title ?? '廊下镇方案',
    offices: options.offices ?? ['finance'],
    locale: options.locale,
    rehearsal: options.rehearsal ?? false,
  });
}

interface Row {
  readonly name: string;
  readonly content: NotificationContent;
  readonly offices?: readonly string[];
  readonly zh: readonly [subject: string, ...said: string[]];
  readonly en: readonly [subject: string, ...said: string[]];
}

const TABLE: readonly Row[] = [
  {
    name: 'a phase that opens tells its office what it owes',
    content: { kind: 'PhaseOpened', data: { ...survey, dueOn: '2013-09-30' } },
    zh: [
      '【交办】摸底调查：请于9月30日前提交材料',
      '财政所：',
      '截止日期为2013年9月30日（含当日）',
      '1. 人员名册\n2. 经费测算',
    ],
    en: [
      'To hand in: Survey, due 30 September 2013',
      'To: Finance office',
      'Phase “Survey” of',
      '1. Roster\n2. Cost estimate',
    ],
  },
  {
    name: 'a step that opens asks for a decision',
    content: { kind: 'StepOpened', data: { ...survey, round: 2, step: 'review' } },
    zh: ['【待签批】摸底调查：会签', '“摸底调查”阶段（第2轮）', '请及时作出决定'],
    en: [
      'To sign off: Survey, Joint review',
      'phase “Survey” (round 2)',
      'Please approve, return, reject or abstain. An opinion',
    ],
  },
  {
    name: 'a step that opens names the day it is due, where it is known',
    content: { kind: 'StepOpened', data: { ...survey, step: 'review', dueOn: '2013-09-30' } },
    zh: ['【待签批】摸底调查：会签', '请于2013年9月30日（含当日）前作出决定'],
    en: ['To sign off: Survey, Joint review', 'abstain by 30 September 2013, that day included.'],
  },
  {
    name: 'a reminder counts working days',
    content: {
      kind: 'DeadlineReminded',
      data: { ...survey, workdaysBefore: 5, dueOn: '2013-09-30' },
    },
    zh: ['【提醒】摸底调查：距截止日期还有5个工作日', '尚未办结'],
    en: ['Reminder: Survey, 5 working days left', 'is not closed yet'],
  },
  {
    name: 'a reminder of one working day',
    content: {
      kind: 'DeadlineReminded',
      data: { ...survey, workdaysBefore: 1, dueOn: '2013-09-30' },
    },
    zh: ['【提醒】摸底调查：距截止日期还有1个工作日'],
    en: ['Reminder: Survey, 1 working day left'],
  },
  {
    name: 'a reminder on the due day',
    content: {
      kind: 'DeadlineReminded',
      data: { ...survey, workdaysBefore: 0, dueOn: '2013-09-30' },
    },
    zh: ['【提醒】摸底调查：今日截止', '（含当日），今日截止。'],
    en: ['Reminder: Survey, due today', 'that day included: due today.'],
  },
  {
    name: 'a missed deadline, to who is responsible',
    content: { kind: 'DeadlineMissed', data: missed },
    zh: ['【逾期】摸底调查：未按期办结', '责任单位：财政所、劳保所。', '请立即办理'],
    en: ['Overdue: Survey', 'Responsible: Finance office, Labour office.', 'finish it at once'],
  },
  {
    name: 'a missed deadline, to who is not responsible',
    content: { kind: 'DeadlineMissed', data: missed },
    offices: ['mayor'],
    zh: ['【逾期】摸底调查：未按期办结', '镇长：', '特此告知'],
    en: ['Overdue: Survey', 'To: Mayor', 'for your information'],
  },
  {
    name: 'the first rung asks who is responsible for an answer',
    content: { kind: 'EscalationRaised', data: { ...raised, rung: 'urge' } },
    zh: [
      '【催办】摸底调查：请于10月10日前答复',
      '现予催办',
      '请于2013年10月10日（含当日）前书面答复',
    ],
    en: [
      'Urging: Survey, answer by 10 October 2013',
      'hereby urged',
      'Please answer in writing by 10 October 2013',
    ],
  },
  {
    name: 'the second rung',
    content: { kind: 'EscalationRaised', data: { ...raised, rung: 'supervise' } },
    zh: ['【督办】摸底调查：请于10月10日前答复', '现列为督办事项'],
    en: ['Supervision: Survey, answer by 10 October 2013', 'under supervision'],
  },
  {
    name: 'the third rung',
    content: { kind: 'EscalationRaised', data: { ...raised, rung: 'circulate' } },
    zh: ['【通报】摸底调查：请于10月10日前答复', '现予通报'],
    en: ['Circular: Survey, answer by 10 October 2013', 'hereby circulated'],
  },
  {
    name: 'the fourth rung, to a superior, says that others owe the answer',
    content: { kind: 'EscalationRaised', data: { ...raised, rung: 'accountability' } },
    offices: ['mayor'],
    zh: [
      '【问责建议】摸底调查：逾期未办结情况告知',
      '现提出问责建议',
      '责任单位须于2013年10月10日（含当日）前书面答复',
    ],
    en: [
      'Accountability proposal: Survey, still overdue',
      'hold the offices concerned to account',
      'owe a written answer by 10 October 2013',
    ],
  },
  {
    name: 'a return to an earlier phase names who returned it and where to',
    content: {
      kind: 'PhaseReturned',
      data: { phase: 'analysis', round: 1, returnTo: 'survey', office: 'mayor' },
    },
    zh: [
      '【退回】分析研究：退回至“摸底调查”',
      '镇长已将《廊下镇方案》“分析研究”阶段退回至“摸底调查”阶段重新办理',
    ],
    en: [
      'Returned: Analysis to Survey',
      'Mayor has returned phase “Analysis” of “廊下镇方案” to “Survey”.',
    ],
  },
  {
    name: 'a return of the phase itself by the owner',
    content: { kind: 'PhaseReturned', data: { ...survey, returnTo: 'survey', office: null } },
    zh: [
      '【退回】摸底调查：退回重办',
      '领导小组办公室已将《廊下镇方案》“摸底调查”阶段退回重新办理',
    ],
    en: [
      'Returned: Survey',
      'Group office has returned phase “Survey” of “廊下镇方案” to be done again.',
    ],
  },
];

describe.each(['zh', 'en'] as const)('in %s', (locale) => {
  test.each(TABLE)('$name', (row) => {
    const rendered = render(row.content, { locale, offices: row.offices ?? ['finance'] });
    const [subject, ...said] = row[locale];
    expect(rendered.subject).toBe(subject);
    for (const words of said) expect(rendered.text).toContain(words);
    expect(rendered.text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test.each(TABLE)('the subject is short: $name', (row) => {
    const rendered = render(row.content, { locale });
    expect(Array.from(rendered.subject).length).toBeLessThanOrEqual(60);
  });

  test.each(TABLE)('a rehearsal is marked: $name', (row) => {
    const mark = locale === 'zh' ? '【演练】' : '[Rehearsal] ';
    const live = render(row.content, { locale });
    const rehearsed = render(row.content, { locale, rehearsal: true });
    expect(rehearsed.subject).toBe(`${mark}${live.subject}`);
  });
});

test('a reader of two offices sees what both owe', () => {
  const { text } = render(
    { kind: 'PhaseOpened', data: { ...survey, dueOn: '2013-09-30' } },
    { locale: 'zh', offices: ['finance', 'labour'] },
  );
  expect(text).toContain('财政所、劳保所：');
  expect(text).toContain('1. 人员名册\n2. 会议纪要\n3. 经费测算');
});

test('an office that owes nothing is not given an empty list', () => {
  const { text } = render(
    { kind: 'PhaseOpened', data: { ...survey, dueOn: '2013-09-30' } },
    { locale: 'en', offices: ['mayor'] },
  );
  expect(text).toContain('Please do the part that falls to you.');
  expect(text).not.toContain('1.');
});

test('a key that the definition does not know stands for itself', () => {
  const { subject } = render(
    { kind: 'StepOpened', data: { phase: 'gone', round: 1, step: 'lost' } },
    { locale: 'en' },
  );
  expect(subject).toBe('To sign off: gone, lost');
});

test('a title with line breaks stays on one line of the subject, and a long one is cut', () => {
  const phases = definition.phases.map((phase) => ({
    ...phase,
    title: { zh: `甲\r\nBcc: x@example.org${'长'.repeat(80)}`, en: phase.title.en },
  }));
  const { subject } = renderNotification({
    kind: 'DeadlineReminded',
    data: { ...survey, workdaysBefore: 0, dueOn: '2013-09-30' },
    definition: { ...definition, phases },
    programmeTitle: '方案',
    offices: ['finance'],
    locale: 'zh',
  });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(subject).toContain('…：今日截止');
  expect(Array.from(subject).length).toBeLessThanOrEqual(60);
});
