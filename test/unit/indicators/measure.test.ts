import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IndicatorDefinition } from '../../../domain/definition/indicator-types.ts';
import { elapsedShare } from '../../../domain/indicators/even-pace.ts';
import { decimal, isReckonable, sumOf } from '../../../domain/indicators/exact.ts';
import { explainMeasurement } from '../../../domain/indicators/explain.ts';
import {
  holdAgainstPace,
  measure,
  standingsOf,
  type MeasuringScene,
} from '../../../domain/indicators/measure.ts';
import type { MeasurementFacts } from '../../../domain/programme/facts.ts';
import {
  count,
  done,
  each,
  grouped,
  measuredPlan,
  ratio,
  reported,
  share,
  villages,
} from '../../support/indicator-plan.ts';

function scene(indicator: IndicatorDefinition, facts: MeasurementFacts): MeasuringScene {
  const [target] = indicator.targets;
  if (target === undefined) throw new Error('no target');
  const isWhole = indicator.source.kind === 'reported' && indicator.source.unitSet === null;
  return { indicator, target, facts, units: isWhole ? null : villages };
}

const all = (numerator: number, denominator: number | null): MeasurementFacts =>
  reported(...villages.map(({ key }) => [key, numerator, denominator] as const));

describe('rolling values up', () => {
  it('sums numerators and denominators of a ratio', () => {
    const found = measure(
      scene(
        ratio,
        reported(['a1', 9, 10], ['a2', 80, 100], ['a3', 1, 1], ['b1', 3, 3], ['b2', 0, 2]),
      ),
    );
    expect(found).toMatchObject({ numerator: 93, denominator: 116, value: 80.17, met: true });
    expect(found.unmet).toEqual(['b2']);
  });

  it('never takes 79.96 % for 80 %', () => {
    const found = measure(scene(ratio, all(7996, 10_000)));
    expect(found).toMatchObject({ value: 79.96, met: false });
    expect(measure(scene(ratio, all(8000, 10_000))).met).toBe(true);
  });

  it('meets nothing by silence: a ratio with a unit that has not reported is not met, and says how many', () => {
    const found = measure(scene(ratio, reported(['a1', 10, 10])));
    expect(found).toMatchObject({ value: 100, met: false, missing: 4 });
    expect(found.unmet).toEqual(['a2', 'a3', 'b1', 'b2']);
  });

  it('lets a unit that has nothing of what is counted hold nobody up', () => {
    const values = reported(
      ['a1', 9, 10],
      ['a2', 9, 10],
      ['a3', 9, 10],
      ['b1', 9, 10],
      ['b2', 0, 0],
    );
    expect(measure(scene(ratio, values))).toMatchObject({
      value: 90,
      met: true,
      missing: 0,
      unmet: [],
    });
  });

  it('takes a missing unit of a sum for zero, which can only keep a floor from being met', () => {
    const sum: IndicatorDefinition = {
      ...count,
      source: { kind: 'reported', unitSet: 'villages', rollUp: 'sum' },
    };
    expect(measure(scene(sum, reported(['a1', 15, null])))).toMatchObject({
      met: true,
      missing: 4,
    });
    const ceiling: IndicatorDefinition = { ...sum, comparator: 'at-most' };
    expect(measure(scene(ceiling, reported(['a1', 15, null])))).toMatchObject({ met: false });
  });

  it('asks every unit by itself where the rule says so', () => {
    const values = reported(['a1', 3, null], ['a2', 4, null], ['a3', 2, null], ['b1', 3, null]);
    expect(measure(scene(each, values))).toMatchObject({
      numerator: 3,
      denominator: 5,
      value: 60,
      met: false,
      missing: 1,
      unmet: ['a3', 'b2'],
    });
    expect(measure(scene(each, all(3, null)))).toMatchObject({ met: true, unmet: [] });
  });

  it('counts the units of a roll-out against all of them', () => {
    expect(measure(scene(share, done('a1', 'b1')))).toMatchObject({
      numerator: 2,
      denominator: 5,
      value: 40,
      met: false,
    });
    expect(measure(scene(share, done('a1', 'b1', 'b2'))).met).toBe(true);
  });

  it('asks each group for its share of its own units, rounded up', () => {
    expect(measure(scene(grouped, done('a1', 'a2', 'a3')))).toMatchObject({
      met: false,
      unmet: ['b'],
    });
    expect(measure(scene(grouped, done('a1', 'b2')))).toMatchObject({ met: true, unmet: [] });
  });

  it('ignores what was reported for a unit that is not of the set', () => {
    const stray = reported(['nowhere', 1000, 1000]);
    expect(measure(scene(ratio, stray))).toMatchObject({ value: null, met: false, missing: 5 });
  });

  it('reports per 10,000 people', () => {
    const perHead: IndicatorDefinition = {
      ...ratio,
      unit: 'per-10000',
      source: { kind: 'reported', unitSet: null, rollUp: 'ratio' },
      targets: [{ key: '2015', value: 5, from: '2013-01-01', on: '2015-12-31' }],
    };
    expect(measure(scene(perHead, reported([null, 4099, 8_200_000])))).toMatchObject({
      value: 4.99,
      met: false,
    });
    expect(measure(scene(perHead, reported([null, 4100, 8_200_000]))).met).toBe(true);
  });

  it('compares as the comparator says', () => {
    const verdicts = (['at-least', 'more-than', 'at-most', 'less-than', 'equal-to'] as const).map(
      (comparator) =>
        [14, 15, 16].map(
          (value) => measure(scene({ ...count, comparator }, reported([null, value, null]))).met,
        ),
    );
    expect(verdicts).toEqual([
      [false, true, true],
      [false, false, true],
      [true, true, false],
      [true, false, false],
      [false, true, false],
    ]);
  });

  it('agrees with whole numbers for any ratio', () => {
    const pair = fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }));
    fc.assert(
      fc.property(
        fc.tuple(pair, pair, pair, pair, pair),
        fc.integer({ min: 0, max: 100 }),
        (pairs, asked) => {
          const facts = reported(
            ...villages.map(({ key }, index) => {
              const [numerator, denominator] = pairs[index] ?? [0, 1];
              return [key, numerator, denominator] as const;
            }),
          );
          const target = { key: 't', value: asked, from: '2013-01-01', on: '2013-12-31' };
          const found = measure({ indicator: ratio, target, facts, units: villages });
          const part = pairs.reduce((sum, [numerator]) => sum + numerator, 0);
          const whole = pairs.reduce((sum, [, denominator]) => sum + denominator, 0);
          expect(found.met).toBe(part * 100 >= asked * whole);
        },
      ),
    );
  });
});

describe('numbers of reports', () => {
  it('have four decimals at most and are neither negative nor endless', () => {
    expect([0, 1, 72.5, 0.0001, 100_000_000_000].map(isReckonable)).toEqual(Array(5).fill(true));
    expect([-1, NaN, Infinity, 0.00001, 1e12].map(isReckonable)).toEqual(Array(5).fill(false));
  });

  it('add up without the drift of binary fractions', () => {
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(sumOf(Array.from({ length: 10_000 }, () => 0.0001))).toBe(1);
  });
});

describe('the even pace', () => {
  it('is linear over the calendar days, both dates included', () => {
    const year = { from: '2013-01-01', to: '2013-12-31' };
    const at = (day: string): number => decimal(elapsedShare(year, day)) * 365;
    expect(Math.round(at('2012-12-31'))).toBe(0);
    expect(elapsedShare(year, '2013-01-01')).toEqual({ numerator: 1n, denominator: 365n });
    expect(elapsedShare(year, '2013-12-31')).toEqual({ numerator: 365n, denominator: 365n });
    expect(elapsedShare(year, '2014-06-01')).toEqual({ numerator: 365n, denominator: 365n });
  });

  it('finds a value behind that is below its share of the target', () => {
    const half = { numerator: 1n, denominator: 2n };
    expect(holdAgainstPace(scene(ratio, all(39, 100)), half)).toEqual({
      expected: 40,
      behind: true,
    });
    expect(holdAgainstPace(scene(ratio, all(40, 100)), half)).toEqual({
      expected: 40,
      behind: false,
    });
  });

  it('asks for whole things only: 7 of 15 agencies when half of the time has gone', () => {
    const half = { numerator: 1n, denominator: 2n };
    expect(holdAgainstPace(scene(count, reported([null, 7, null])), half)).toEqual({
      expected: 7,
      behind: false,
    });
    expect(holdAgainstPace(scene(grouped, done()), half).behind).toBe(false);
    expect(holdAgainstPace(scene(share, done()), half).behind).toBe(true);
  });

  it('asks for a share of the units where each must reach the target', () => {
    const half = { numerator: 1n, denominator: 2n };
    expect(holdAgainstPace(scene(each, reported(['a1', 3, null])), half)).toEqual({
      expected: 50,
      behind: true,
    });
  });
});

describe('the units behind a value', () => {
  it('stand in the order of the set, each with its report and whether it reaches the target', () => {
    const standings = standingsOf(scene(ratio, reported(['a1', 9, 10], ['b1', 1, 10])));
    expect(
      standings.map(({ unit, met, report }) => [unit, met, report?.numerator ?? null]),
    ).toEqual([
      ['a1', true, 9],
      ['a2', false, null],
      ['a3', false, null],
      ['b1', false, 1],
      ['b2', false, null],
    ]);
  });
});

describe('explaining a measurement', () => {
  const said = (indicator: IndicatorDefinition, facts: MeasurementFacts) => {
    const [target] = indicator.targets;
    const { unmet, ...found } = measure(scene(indicator, facts));
    return explainMeasurement(
      { ...found, required: target?.value ?? 0, unmetCount: unmet.length },
      indicator,
      measuredPlan,
    );
  };

  it('says what was found, what is needed and whether it is enough', () => {
    expect(said(share, done('a1', 'b1', 'b2'))).toEqual({
      zh: 'Villages(中)：5中的3，60%；要求不低于50%：已达标',
      en: 'Villages: 3 of 5, 60 %; at least 50 % needed: met',
    });
  });

  it('names who is silent and who falls short', () => {
    expect(said(each, reported(['a1', 3, null], ['a2', 1, null])).en).toBe(
      'Villages: 1 of 5, 20 %; at least 3 needed by each of them, 4 short of it, 3 not reported: not met',
    );
  });

  it('has a sentence for no value at all', () => {
    expect(said(count, reported())).toEqual({
      zh: '尚无数值；要求不低于15，1个未报：未达标',
      en: 'no value; at least 15 needed, 1 not reported: not met',
    });
  });
});
