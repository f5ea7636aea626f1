/** Everything that can be wrong with the indicators of a definition. */
import { describe, expect, it } from '@jest/globals';
import type { IndicatorDefinition } from '../../../domain/definition/indicator-types.ts';
import { indicatorFaults } from '../../../domain/definition/faults/indicators.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { count, each, grouped, measuredPlan, ratio, share } from '../../support/indicator-plan.ts';

function faultsOf(...indicators: readonly IndicatorDefinition[]): readonly string[] {
  const definition: Definition = { ...measuredPlan, indicators };
  return indicatorFaults(definition).map(({ pointer, code }) => `${pointer} ${code}`);
}

function withTarget(
  indicator: IndicatorDefinition,
  change: Partial<IndicatorDefinition['targets'][number]>,
): IndicatorDefinition {
  return { ...indicator, targets: indicator.targets.map((target) => ({ ...target, ...change })) };
}

describe('the indicators of a definition', () => {
  it('are without fault as they are', () => {
    expect(faultsOf(ratio, count, each, share, grouped)).toEqual([]);
    expect(indicatorFaults({ ...measuredPlan, indicators: [] })).toEqual([]);
  });

  it('have keys of their own, and none that a phase has', () => {
    expect(faultsOf(ratio, ratio)).toEqual(['/indicators/1/key indicator-repeated']);
    expect(faultsOf({ ...ratio, key: 'first' })).toEqual(['/indicators/0/key indicator-key-taken']);
    expect(faultsOf({ ...ratio, key: 'a@b' })).toEqual(['/indicators/0/key key-invalid']);
  });

  it('name offices, sets and roll-outs that there are', () => {
    expect(faultsOf({ ...ratio, office: 'nobody' })).toEqual([
      '/indicators/0/office office-unknown',
    ]);
    const source = { kind: 'reported', unitSet: 'islands', rollUp: 'ratio' } as const;
    expect(faultsOf({ ...ratio, source })).toEqual([
      '/indicators/0/source/unitSet unit-set-unknown',
    ]);
    expect(
      faultsOf({ ...share, source: { kind: 'units', rollout: 'bridges', phase: null } }),
    ).toEqual(['/indicators/0/source/rollout rollout-unknown']);
  });

  it('have ladders that can be climbed, where they have their own', () => {
    const [first] = measuredPlan.ladder.rungs;
    if (first === undefined) throw new Error('no rung');
    const ladder = { reminders: [], rungs: [{ ...first, workdaysAfter: 0 }] };
    expect(faultsOf({ ...ratio, ladder })).toEqual([
      '/indicators/0/ladder/rungs/0/workdaysAfter rung-days',
    ]);
  });

  it('add up in a way that makes sense', () => {
    expect(
      faultsOf({ ...ratio, source: { kind: 'reported', unitSet: 'villages', rollUp: 'sum' } }),
    ).toEqual(['/indicators/0/source/rollUp roll-up-share']);
    expect(
      faultsOf({ ...each, source: { kind: 'reported', unitSet: null, rollUp: 'each-unit' } }),
    ).toEqual(['/indicators/0/source/rollUp roll-up-no-units']);
    expect(faultsOf({ ...share, unit: 'hours' })).toEqual([
      '/indicators/0/source units-not-countable',
    ]);
  });

  it('ask groups only where the units lie in wider ones', () => {
    const rollouts = (measuredPlan.rollouts ?? []).map((rollout) => ({
      ...rollout,
      unitSet: 'towns',
    }));
    const found = indicatorFaults({ ...measuredPlan, rollouts, indicators: [grouped] });
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/indicators/0/source/each group-missing',
    ]);
  });

  it.each<[string, Partial<IndicatorDefinition['targets'][number]>]>([
    ['/indicators/0/targets/0/value target-value', { value: 101 }],
    ['/indicators/0/targets/0/value target-value', { value: -1 }],
    ['/indicators/0/targets/0/value target-value', { value: NaN }],
    ['/indicators/0/targets/0/value target-value', { value: 50.00001 }],
    ['/indicators/0/targets/0/on date-invalid', { on: '2013-02-30' }],
    ['/indicators/0/targets/0/from date-invalid', { from: 'soon' }],
    ['/indicators/0/targets/0 window-backwards', { from: '2014-01-01' }],
    ['/indicators/0/targets/0/from window-before-start', { from: '2013-09-14' }],
    ['/indicators/0/targets/0/counting counting-reported', { counting: 'within' }],
  ])('have targets that can be met: %s', (expected, change) => {
    expect(faultsOf(withTarget(ratio, change))).toEqual([expected]);
  });

  it('have targets, each once, and a pace only where more is better', () => {
    expect(faultsOf({ ...ratio, targets: [] })).toEqual(['/indicators/0/targets targets-missing']);
    expect(faultsOf({ ...ratio, targets: [...ratio.targets, ...ratio.targets] })).toEqual([
      '/indicators/0/targets/1/key target-repeated',
    ]);
    expect(faultsOf({ ...ratio, comparator: 'at-most' })).toEqual([
      '/indicators/0/targets/0/pace pace-ceiling',
    ]);
  });
});
