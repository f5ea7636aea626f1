import { describe, expect, it } from '@jest/globals';
import { restsOnTheSame } from '../../../web/task/basis.ts';
import { choicesOf } from '../../../web/inbox/filter-choices.ts';
import { valueNames } from '../../../web/task/value-names.ts';
import { sizeText } from '../../../web/task/file-size.ts';
import {
  EMPTY_MEETING,
  isComplete,
  namedMeeting,
  namesIn,
  secretMeeting,
} from '../../../web/task/meeting.ts';
import { daysLeft, daysOverdue } from '../../../web/task/overdue.ts';
import { sortFaults } from '../../../web/task/row-faults.ts';
import { fieldsOf, inLanguage } from '../../../web/task/table-data.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

const text = (zh: string): Text => ({ zh, en: zh });

describe('days around a deadline', () => {
  const dueAt = '2026-03-10T16:00:00.000Z';

  it.each([
    ['2026-03-10T15:59:59.999Z', 0, 1],
    ['2026-03-10T16:00:00.000Z', 1, 0],
    ['2026-03-11T15:59:59.999Z', 1, 0],
    ['2026-03-11T16:00:00.000Z', 2, 0],
    ['2026-03-08T15:00:00.000Z', 0, 3],
  ])('are counted at %s', (now, overdue, left) => {
    expect([daysOverdue(dueAt, now), daysLeft(dueAt, now)]).toEqual([overdue, left]);
  });
});

describe('structured data', () => {
  const rows = {
    type: 'array',
    items: {
      properties: {
        team: { title: '协管员队伍 Team' },
        income: { title: '改制前人均月收入(元) Average income before, in yuan' },
        remark: { title: '说明 Remark' },
      },
    },
  };

  it('is a table in the order of the schema, with names for keys', () => {
    const data = {
      rows: [
        { income: 12.5, team: 'labour' },
        { team: 'other', extra: true },
      ],
    };
    const names = new Map([
      ['labour', '劳动保障'],
      ['true', '是'],
    ]);
    const asked = { language: 'zh', nameOf: (value: string) => names.get(value) } as const;
    expect(fieldsOf(data, { properties: { rows } }, asked)).toEqual([
      {
        title: 'rows',
        value: {
          columns: [
            { key: 'team', title: '协管员队伍' },
            { key: 'income', title: '改制前人均月收入(元)' },
            { key: 'extra', title: 'extra' },
          ],
          rows: [
            ['劳动保障', '12.5', ''],
            ['other', '', '是'],
          ],
        },
      },
    ]);
  });

  it.each([undefined, null, [], 'text', { rows: 7 }])('never fails: %j', (data) => {
    const asked = { language: 'en', nameOf: () => undefined } as const;
    expect(() => fieldsOf(data, undefined, asked)).not.toThrow();
  });

  it.each([
    ['协管员队伍 Team', '协管员队伍', 'Team'],
    ['改制前(元) Income before, in yuan', '改制前(元)', 'Income before, in yuan'],
    ['说明', '说明', '说明'],
    ['Plain', 'Plain', 'Plain'],
  ])('has titles in one language: %s', (title, zh, en) => {
    expect([inLanguage(title, 'zh'), inLanguage(title, 'en')]).toEqual([zh, en]);
  });
});

describe('what a check found', () => {
  it('stands at its row, or over the whole', () => {
    const at = (pointer: string): { pointer: string; code: string; message: Text } => ({
      pointer,
      code: 'x',
      message: text(pointer),
    });
    const [row, cell, whole, odd] = [at('/rows/2'), at('/rows/2/team'), at(''), at('/rows/x')];
    const { ofRows, others } = sortFaults([row, whole, cell, odd]);
    expect(ofRows.get(2)).toEqual([row, cell]);
    expect(others).toEqual([whole, odd]);
  });
});

describe('a meeting', () => {
  const held = { ...EMPTY_MEETING, heldOn: '2026-03-01', eligible: '7' };

  it('of a named vote has its numbers from the names', () => {
    const names = {
      'in-favour': '张三，李四\n王五',
      against: '赵六',
      abstained: '',
      invalid: '钱七',
    };
    expect(isComplete({ ...held, names }, true)).toBe(true);
    expect(namedMeeting({ ...held, names })).toMatchObject({
      eligible: 7,
      present: 5,
      inFavour: 3,
      against: 1,
      abstained: 0,
    });
    expect(namesIn(' 甲、乙 ;丙, ')).toEqual(['甲', '乙', '丙']);
  });

  it('of a secret vote needs every number', () => {
    const counted = { ...held, present: '5', inFavour: '4', against: '1' };
    expect(isComplete(counted, false)).toBe(false);
    expect(isComplete({ ...counted, abstained: '0' }, false)).toBe(true);
    expect(secretMeeting({ ...counted, abstained: '0' })).toEqual({
      heldOn: '2026-03-01',
      eligible: 7,
      present: 5,
      inFavour: 4,
      against: 1,
      abstained: 0,
    });
  });
});

describe('names of a definition', () => {
  const values = [{ key: 'labour', title: text('劳动保障') }];
  const table = { key: 'table', title: text('表'), checks: [{ params: { values } }] };
  const definition = {
    offices: [{ key: 'mayor', title: text('镇长'), clause: null }, 'odd'],
    phases: [{ key: 'survey', title: text('调查'), deliverables: [table] }],
  };

  it('are those of its offices, and of the values that a check knows', () => {
    expect([...valueNames(definition, 'table')]).toEqual([['labour', text('劳动保障')]]);
    expect(valueNames(definition, 'other').size).toBe(0);
  });
});

describe('choices of the filter', () => {
  it('are what the tasks have, and what is chosen already', () => {
    const known = (id: string, phase: string): Parameters<typeof choicesOf>[0][number] => ({
      programmeId: id,
      programmeTitle: `方案${id}`,
      programmeTitleEn: null,
      phase,
      phaseTitle: text(phase),
    });
    const tasks = [known('1', 'survey'), known('2', 'staffing')];
    const chosen = { programme: '2', phase: 'gone' };
    const { programmes, phases } = choicesOf(tasks, chosen, {
      say: ({ zh }) => zh,
      titled: ({ programmeTitle }) => programmeTitle,
    });
    expect(programmes.map(({ text: shown }) => shown)).toEqual(['方案1', '方案2']);
    expect(phases.map(({ key }) => key)).toEqual(['staffing', 'gone']);
  });
});

describe('what a decision rests on', () => {
  type Read = Parameters<typeof restsOnTheSame>[0];
  const approved: Read['opinions'][number] = {
    ...{ round: 1, step: 'offices', office: 'finance-office', officeTitle: text('财政所') },
    ...{ decision: 'approve', by: { id: '1', name: text('甲') }, at: '2026-03-02T01:00:00.000Z' },
  };
  const handedIn: Read['deliverables'][number] = {
    ...{ key: 'plan', title: text('方案'), clause: '1', kind: 'document', office: 'labour-office' },
    ...{ status: 'handedIn', contentHash: 'a', files: [] },
  };
  const sheet: Read = {
    ...{ status: 'open', round: 1, dueAt: '2026-03-17T16:00:00.000Z', returnTargets: ['survey'] },
    ...{ deliverables: [handedIn], opinions: [] },
  };

  it('is the same when others approve without a word', () => {
    expect(restsOnTheSame(sheet, { ...sheet, opinions: [approved] })).toBe(true);
  });

  it.each<[string, Partial<Read>]>([
    ['an opinion', { opinions: [{ ...approved, opinion: '资金未落实' }] }],
    ['an abstention', { opinions: [{ ...approved, decision: 'abstain' }] }],
    ['another document', { deliverables: [{ ...handedIn, contentHash: 'b' }] }],
    ['another due day', { dueAt: '2026-03-31T16:00:00.000Z' }],
    ['another round', { round: 2 }],
    ['a closed place', { status: 'cancelled' }],
  ])('is not after %s', (_what, change) => {
    expect(restsOnTheSame(sheet, { ...sheet, ...change })).toBe(false);
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KB'],
    [1024 * 1024 * 250, '250 MB'],
  ])('are said as people say them: %d', (bytes, said) => {
    expect(sizeText(bytes)).toBe(said);
  });
});
