/** The checks that the city's opinions ask for: what passes, and which rows fail and why. */
import { describe, expect, it, test } from '@jest/globals';
import type { CheckContext } from '../../../domain/definition/checks/check.ts';
import { runChecks, suitExample } from '../../../domain/definition/checks/index.ts';
import type { CheckReference } from '../../../domain/definition/types.ts';
import {
  CERTIFIED,
  COMMITTEE,
  IN_2013,
  POSTS,
  REHABILITATION,
  RESOLVING,
  SOCIAL_WORKERS,
  SPLIT,
  UNCERTIFIED,
  VISITS,
} from '../../support/duty-checks.ts';

const found = (
  reference: CheckReference,
  rows: readonly unknown[],
  context?: CheckContext,
): readonly string[] =>
  runChecks([reference], { rows }, context).faults.map(({ pointer, code }) => `${pointer} ${code}`);

const members = (community: string, sexes: string): readonly object[] =>
  Array.from(sexes).map((sex, index) => ({ community, name: `${community}${String(index)}`, sex }));

describe('the members of a committee', () => {
  test.each([
    ['five with one woman', members('A', '男男男男女'), []],
    ['nine with women only', members('A', '女女女女女女女女女'), []],
    ['four', members('A', '男男男女'), ['/rows/0 members-too-few']],
    [
      'eleven, each row past the ninth',
      members('A', '男男男男男男男男男女女'),
      ['/rows/9 members-too-many', '/rows/10 members-too-many'],
    ],
    ['no woman', members('A', '男男男男男'), ['/rows/0 women-too-few']],
    [
      'two committees, of which the second is too small and without women',
      [...members('A', '男男男男女'), ...members('B', '男男')],
      ['/rows/5 members-too-few', '/rows/5 women-too-few'],
    ],
  ])('%s', (_name, rows, faults) => {
    expect(found(COMMITTEE, rows)).toEqual(faults);
  });

  it('stand there once, with name, sex and community', () => {
    const rows = [
      ...members('A', '男男男男女'),
      { community: 'A', name: 'A0', sex: '男' },
      { community: ' ', name: 7, sex: '男' },
    ];
    expect(found(COMMITTEE, rows)).toEqual([
      '/rows/6/name text-missing',
      '/rows/6/community text-missing',
      '/rows/5/name member-repeated',
    ]);
  });

  it('of one committee are judged as a whole', () => {
    const { committee: _one, ...params } = COMMITTEE.params;
    const one = { ...COMMITTEE, params };
    expect(found(one, [])).toEqual(['/rows members-too-few', '/rows women-too-few']);
    expect(found(one, members('A', '男男女男男'))).toEqual([]);
  });
});

describe('so many for so many', () => {
  test.each([
    ['just enough', { workers: 3, people: 150 }, []],
    ['rounded up', { workers: 3, people: 151 }, ['/rows/0/workers ratio-too-low']],
    ['none for nobody', { workers: 0, people: 0 }, []],
    ['none for one', { workers: 0, people: 1 }, ['/rows/0/workers ratio-too-low']],
    ['half a worker', { workers: 0.5, people: 10 }, ['/rows/0/workers count-invalid']],
    [
      'what is no number',
      { workers: '3', people: -1 },
      ['/rows/0/workers count-invalid', '/rows/0/people count-invalid'],
    ],
  ])('%s', (_name, row, faults) => {
    expect(found(REHABILITATION, [row])).toEqual(faults);
  });

  it('points at each row that falls short, and says how many are needed', () => {
    const rows = [
      { workers: 5, people: 10_000 },
      { workers: 5, people: 10_001 },
      { workers: 60, people: 123_456 },
    ];
    expect(found(SOCIAL_WORKERS, rows)).toEqual([
      '/rows/1/workers ratio-too-low',
      '/rows/2/workers ratio-too-low',
    ]);
    expect(runChecks([SOCIAL_WORKERS], { rows }).faults[1]?.message).toEqual({
      zh: '有 60，按每 10000 配 5 计，123456 至少须配 62',
      en: 'There are 60; with 5 for each 10000, 123456 need at least 62',
    });
  });
});

describe('so many times in the period', () => {
  const visit = (deputy: string, on: unknown): object => ({ deputy, on });

  it('passes where each deputy came on two days', () => {
    const rows = [
      visit('甲', '2013-03-01'),
      visit('乙', '2013-03-01'),
      visit('甲', '2013-09-30'),
      visit('乙', '2013-01-01'),
    ];
    expect(found(VISITS, rows, IN_2013)).toEqual([]);
  });

  it('finds who came too seldom, the same day twice, and days that are none or outside the period', () => {
    const rows = [
      visit('甲', '2013-03-01'),
      visit('甲', '2013-03-01'),
      visit('乙', '2012-12-31'),
      visit('乙', '2013-10-02'),
      visit('丙', '2013-02-30'),
    ];
    expect(found(VISITS, rows, IN_2013)).toEqual([
      '/rows/2/on date-outside-period',
      '/rows/3/on date-to-come',
      '/rows/4/on date-invalid',
      '/rows/1/on date-repeated',
      '/rows/0 rows-too-few',
      '/rows/4 rows-too-few',
    ]);
  });

  it('finds nothing to be too little, and a visit of nobody to be nobody’s', () => {
    expect(found(VISITS, [], IN_2013)).toEqual(['/rows rows-too-few']);
    expect(found(VISITS, [visit(' ', '2013-03-01')], IN_2013)).toEqual([
      '/rows/0/deputy text-missing',
      '/rows rows-too-few',
    ]);
  });

  it('asks for no period where the data belong to no programme', () => {
    expect(found(VISITS, [visit('甲', '1999-03-01'), visit('甲', '1999-03-02')])).toEqual([]);
  });

  it('has an example that passes in every period', () => {
    const example = {
      note: 'kept',
      rows: [
        visit('甲', '2012-03-01'),
        visit('甲', '2012-09-01'),
        visit('乙', '2012-03-01'),
        visit('乙', '2012-09-01'),
      ],
    };
    for (const year of ['2013', '2014', '2020']) {
      const window = { from: `${year}-01-01`, to: `${year}-12-31` };
      const suited = suitExample({ checks: [VISITS], example }, window);
      const context = { today: `${year}-12-20`, window };
      expect(runChecks([VISITS], suited, context)).toEqual({ ok: true, faults: [] });
      expect(suited).toMatchObject({ note: 'kept' });
    }
    expect(example.rows[0]).toEqual(visit('甲', '2012-03-01'));
  });
});

describe('so many hours', () => {
  const rows = [
    { name: '甲', certified: true, hours: 72 },
    { name: '乙', certified: true, hours: 71.5 },
    { name: '丙', certified: false, hours: 720 },
    { name: '丁', certified: false, hours: 72 },
    { name: '戊', certified: true, hours: '80' },
  ];

  it('are asked of each row by its own kind', () => {
    const { faults } = runChecks([CERTIFIED, UNCERTIFIED], { rows });
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rows/1/hours hours-too-few',
      '/rows/4/hours hours-invalid',
      '/rows/3/hours hours-too-few',
    ]);
    expect(faults[0]?.message.zh).toBe('71.5 学时，至少须有 72 学时');
  });
});

describe('a split of costs', () => {
  test.each([
    ['even halves', { cost: 1000, district: 500, town: 500 }, []],
    ['halves of three cents', { cost: 0.03, district: 0.01, town: 0.02 }, []],
    ['halves of an odd cent', { cost: 100.01, district: 50.01, town: 50 }, []],
    [
      'forty to sixty',
      { cost: 1000, district: 400, town: 600 },
      ['/rows/0/district share-wrong', '/rows/0/town share-wrong'],
    ],
    ['one share left out', { cost: 1000, district: 500 }, ['/rows/0/town amount-invalid']],
    ['no whole', { district: 1, town: 1 }, ['/rows/0/cost amount-invalid']],
  ])('%s', (_name, row, faults) => {
    expect(found(SPLIT, [row])).toEqual(faults);
  });

  it('may be in percentages, and points at each row that differs', () => {
    const { total: _whole, ...params } = SPLIT.params;
    const percentages = { ...SPLIT, params };
    const rows = [
      { district: 50, town: 50 },
      { district: 60, town: 40 },
    ];
    expect(found(percentages, rows)).toEqual([
      '/rows/1/district share-wrong',
      '/rows/1/town share-wrong',
    ]);
  });
});

describe('a share', () => {
  const rows = [
    { social: 2, posts: 10, resolves: true },
    { social: 1, posts: 10, resolves: true },
    { social: 0, posts: 0, resolves: true },
    { social: 9, posts: 20, resolves: false },
  ];

  it('is asked of every row', () => {
    expect(found(POSTS, rows)).toEqual(['/rows/1/social share-too-low']);
    expect(runChecks([POSTS], { rows }).faults[0]?.message.en).toBe(
      '1 of 10 are 10%; at least 20% are needed',
    );
  });

  it('of all rows together passes though one is below, and else points at those below', () => {
    const total = (percent: number): CheckReference => ({
      ...POSTS,
      params: { ...POSTS.params, percent, of: 'total' },
    });
    expect(found(total(30), rows)).toEqual([]);
    expect(found(total(31), rows)).toEqual([
      '/rows/0/social share-too-low',
      '/rows/1/social share-too-low',
    ]);
    expect(found(total(0), [])).toEqual(['/rows rows-empty']);
  });

  it('of the rows themselves points at each that does not count', () => {
    expect(found(RESOLVING, rows)).toEqual(['/rows/3 share-too-low']);
    expect(found(RESOLVING, [...rows, { resolves: true }])).toEqual([]);
    expect(found(RESOLVING, [])).toEqual(['/rows rows-empty']);
  });

  it('is never more than the whole', () => {
    expect(found(POSTS, [{ social: 11, posts: 10 }])).toEqual(['/rows/0/social part-above-whole']);
  });
});
