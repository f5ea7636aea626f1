import { describe, expect, it } from '@jest/globals';
import { definitionFaults } from '../../../domain/definition/faults.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import type {
  RolloutDefinition,
  UnitSetDefinition,
} from '../../../domain/definition/unit-types.ts';
import { rolloutFaults } from '../../../programmes/rollout-faults.ts';
import { parseDefinition } from '../../../programmes/parse-definition.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { rolloutPlan, unitPlan, withDefinitions } from '../../support/rollout-plan.ts';

const KNOWN = { calendars: ['cn-public'], isZone: () => true };

const [towns, communities] = rolloutPlan.unitSets as [UnitSetDefinition, UnitSetDefinition];
const [centres] = rolloutPlan.rollouts as [RolloutDefinition];
const rule = { clause: '6', office: 'watch', sharePercent: 20, least: 1 };

function faultsOf(changes: Partial<Definition>): readonly string[] {
  return definitionFaults({ ...rolloutPlan, ...changes }, KNOWN).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
}

describe('faults of sets and roll-outs', () => {
  it('are none in a plan that is right', () => {
    expect(faultsOf({})).toEqual([]);
    expect(parseDefinition(JSON.parse(JSON.stringify(unitPlan))).ok).toBe(true);
  });

  it.each<[string, Partial<Definition>, readonly string[]]>([
    [
      'a set that stands twice',
      { unitSets: [towns, communities, towns] },
      ['/unitSets/2/key unit-set-repeated'],
    ],
    [
      'a set within one that is not there',
      { unitSets: [towns, { ...communities, within: 'cities' }] },
      ['/unitSets/1/within unit-set-unknown'],
    ],
    [
      'sets within one another',
      { unitSets: [{ ...towns, within: 'communities' }, communities] },
      ['/unitSets/0/within unit-set-cycle', '/unitSets/1/within unit-set-cycle'],
    ],
    [
      'a count that is none',
      {
        unitSets: [
          { ...towns, madeUp: { ...towns.madeUp, count: 0 } },
          { ...communities, madeUp: { ...communities.madeUp, count: 2001 } },
        ],
      },
      ['/unitSets/0/madeUp/count unit-count', '/unitSets/1/madeUp/count unit-count'],
    ],
    [
      'a roll-out that stands twice',
      { rollouts: [centres, centres] },
      ['/rollouts/1/key rollout-repeated'],
    ],
    [
      'a roll-out over a set that is not there',
      { rollouts: [{ ...centres, unitSet: 'villages' }] },
      ['/rollouts/0/unitSet unit-set-unknown'],
    ],
    [
      'an inspection by nobody, of nothing',
      {
        rollouts: [
          { ...centres, inspection: { ...rule, office: 'nobody', sharePercent: 0, least: 0 } },
        ],
      },
      [
        '/rollouts/0/inspection/office office-unknown',
        '/rollouts/0/inspection/sharePercent inspection-share',
        '/rollouts/0/inspection/least inspection-least',
      ],
    ],
  ])('find %s', (_name, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });
});

describe('faults that need the catalogue', () => {
  it('find a definition that nobody published', () => {
    const [fault] = rolloutFaults(rolloutPlan, createCatalogue());
    expect(fault).toMatchObject({
      pointer: '/rollouts/0/definition',
      code: 'rollout-definition-unknown',
    });
    expect(rolloutFaults(rolloutPlan, withDefinitions(createCatalogue(), [unitPlan]))).toEqual([]);
  });

  it('find a unit programme that would roll out by itself', () => {
    const nested = { ...rolloutPlan, key: 'unit-plan' };
    const catalogue = withDefinitions(createCatalogue(), [nested]);
    expect(rolloutFaults(rolloutPlan, catalogue)).toMatchObject([
      { code: 'rollout-definition-nested' },
    ]);
  });
});
