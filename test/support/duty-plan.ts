/** The small plan with duties: a monthly posting for some months, and a yearly report as long as the plan runs. */
import type { DutyDefinition } from '../../domain/definition/duty-types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { plan } from './plan.ts';

const text = (name: string): { zh: string; en: string } => ({ zh: `${name}(中)`, en: name });

/** The accounts are posted by the 10th of each month; `alpha` or `beta` and then `head` sign. */
export const posting: DutyDefinition = {
  key: 'posting',
  title: text('posting'),
  clause: '10',
  every: 'month',
  from: '2013-09-15',
  until: '2013-12-31',
  opens: { month: 1, day: 1 },
  due: { month: 1, day: 10 },
  deliverables: [
    { key: 'accounts', title: text('accounts'), clause: '10', kind: 'document', office: 'clerk' },
  ],
  steps: [
    {
      key: 'board',
      title: text('board'),
      policy: { kind: 'any', of: ['alpha', 'beta'].map((office) => ({ kind: 'office', office })) },
    },
    { key: 'head', title: text('head'), policy: { kind: 'office', office: 'head' } },
  ],
};

/** Goes on as long as the rest of the plan is unfinished. */
export const reporting: DutyDefinition = {
  ...posting,
  key: 'reporting',
  title: text('reporting'),
  from: '2013-09-15',
  until: null,
  opens: { month: 1, day: 16 },
  due: { month: 1, day: 25 },
  steps: [{ key: 'head', title: text('head'), policy: { kind: 'office', office: 'head' } }],
};

export const dutyPlan: Definition = { ...plan, key: 'duty-plan', duties: [posting, reporting] };
/** With the one duty alone. */
export function planWith(...duties: readonly DutyDefinition[]): Definition {
  return { ...plan, key: 'duty-plan', duties };
}
