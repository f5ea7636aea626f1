/** What the pages of units, indicators and what-if reckon by themselves. */
import { describe, expect, it } from '@jest/globals';
import { niceTop, tickDays } from '../../../web/indicators/trend.ts';
import { paceStanding, shadeOf } from '../../../web/units/standing.ts';
import { addDays, daysBetween, daysFrom } from '../../../web/what-if/days.ts';
import { planScale } from '../../../web/what-if/plan-scale.ts';

describe('how a count stands', () => {
  it.each([
    [
      { done: 4, total: 4, percent: 100, pace: 40, behind: false },
      { word: 'done', points: 60 },
    ],
    [
      { done: 1, total: 4, percent: 25, pace: 40.3, behind: true },
      { word: 'behind', points: 15.3 },
    ],
    [
      { done: 2, total: 4, percent: 50, pace: 40, behind: false },
      { word: 'ahead', points: 10 },
    ],
    [
      { done: 0, total: 4, percent: 0, pace: 0, behind: false },
      { word: 'even', points: 0 },
    ],
  ])('%j is %j', (count, standing) => {
    expect(paceStanding(count)).toEqual(standing);
  });

  it.each([
    [0, 8, 's0'],
    [1, 8, 's1'],
    [2, 8, 's2'],
    [4, 8, 's3'],
    [7, 8, 's4'],
    [8, 8, 's5'],
    [0, 0, 's0'],
  ])('%i of %i is shaded %s', (done, total, shade) => {
    expect(shadeOf({ done, total })).toBe(shade);
  });
});

describe('the chart of an indicator', () => {
  it('ends above its highest value, with quarters that read well', () => {
    expect([0, 80, 95, 100, 10_000, 150].map(niceTop)).toEqual([1, 80, 100, 100, 10_000, 160]);
  });

  it('marks years, or months of a short range', () => {
    expect(tickDays('2012-06-12', '2015-12-31')).toEqual([
      '2013-01-01',
      '2014-01-01',
      '2015-01-01',
    ]);
    expect(tickDays('2013-09-15', '2013-11-30')).toEqual(['2013-10-01', '2013-11-01']);
  });
});

describe('days of a plan', () => {
  it('are added and counted across a leap day', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysFrom('2026-12-31', '2027-01-01')).toEqual(['2026-12-31', '2027-01-01']);
    expect(daysFrom('2026-12-31', '2026-12-01')).toEqual(['2026-12-31']);
  });

  it('have room after the last one', () => {
    const scale = planScale(['2026-01-01', '2026-04-11']);
    expect(scale).toMatchObject({ first: '2026-01-01', length: 130 });
    expect(scale.placeOf('2026-01-01')).toBe(0);
    expect(scale.placeOf('2026-03-07')).toBe(50);
    expect(scale.ticks).toEqual(['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01']);
  });
});
