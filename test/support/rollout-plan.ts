/** A small plan that rolls out to made-up communities in towns, the plan of one community, and a catalogue that has them. */
import type { Definition, OfficeDefinition } from '../../domain/definition/types.ts';
import type { Catalogue } from '../../programmes/catalogue.ts';
import { plan } from './plan.ts';

const text = (name: string): { zh: string; en: string } => ({ zh: `${name}(中)`, en: name });

function office(key: string, reportsTo: string | null): OfficeDefinition {
  return { key, title: text(key), reportsTo, clause: null };
}

/** What a community does: `build` in September 2013, then `open` in October; `committee` owes, `street` signs, `bureau` owns. */
export const unitPlan: Definition = {
  ...plan,
  key: 'unit-plan',
  title: text('unit plan'),
  offices: [office('bureau', null), office('street', 'bureau'), office('committee', 'street')],
  owner: 'bureau',
  ladder: { reminders: [{ workdaysBefore: 2, at: '09:00' }], rungs: [] },
  phases: [
    unitPhase('build', { from: '2013-09-15', to: '2013-09-30' }, []),
    unitPhase('open', { from: '2013-10-01', to: '2013-10-31' }, ['build']),
  ],
};

function unitPhase(
  key: string,
  window: { readonly from: string; readonly to: string },
  after: readonly string[],
): Definition['phases'][number] {
  return {
    key,
    title: text(key),
    clause: '5',
    window,
    after,
    deliverables: [
      { key: 'report', title: text('report'), clause: '5', kind: 'document', office: 'committee' },
    ],
    steps: [{ key: 'street', title: text('street'), policy: { kind: 'office', office: 'street' } }],
  };
}

/** Owned by `clerk`; `watch` inspects a fifth of the finished communities, at least one. */
export const rolloutPlan: Definition = {
  ...plan,
  key: 'rollout-plan',
  title: text('rollout plan'),
  phases: plan.phases.slice(0, 1),
  unitSets: [
    {
      key: 'towns',
      title: text('towns'),
      within: null,
      madeUp: { count: 4, title: { zh: '第{n}镇', en: 'Town {n}' } },
    },
    {
      key: 'communities',
      title: text('communities'),
      within: 'towns',
      madeUp: { count: 10, title: { zh: '社区', en: 'Community' } },
    },
  ],
  rollouts: [
    {
      key: 'centres',
      title: text('centres'),
      clause: '5',
      unitSet: 'communities',
      definition: { key: 'unit-plan', version: 1 },
      inspection: { clause: '6', office: 'watch', sharePercent: 20, least: 1 },
    },
  ],
};

/** The catalogue with further definitions after its own. */
export function withDefinitions(
  catalogue: Catalogue,
  definitions: readonly Definition[],
): Catalogue {
  const list = [...catalogue.list(), ...definitions];
  return {
    list: () => list,
    latest: (key) => list.findLast((definition) => definition.key === key),
    get: (key, version) =>
      list.find((definition) => definition.key === key && definition.version === version),
  };
}
