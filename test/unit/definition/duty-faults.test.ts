/** What can be wrong with a duty, and where each fault points. */
import { describe, expect, it, test } from '@jest/globals';
import { definitionFaults } from '../../../domain/definition/faults.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { definitionSchema } from '../../../programmes/schema.ts';
import { parseDefinition } from '../../../programmes/parse-definition.ts';
import { dutyPlan, posting } from '../../support/duty-plan.ts';

const KNOWN = { calendars: ['cn-public'], isZone: (): boolean => true };

const found = (definition: Definition): readonly string[] =>
  definitionFaults(definition, KNOWN).map(({ pointer, code }) => `${pointer} ${code}`);

/** The plan with the posting changed in some members. */
function withPosting(changes: object): Definition {
  const [, ...rest] = dutyPlan.duties ?? [];
  return { ...dutyPlan, duties: [{ ...posting, ...changes }, ...rest] };
}

const table = {
  key: 'rows',
  title: { zh: '表', en: 'table' },
  clause: '10',
  kind: 'table',
  office: 'clerk',
  schema: { type: 'object', required: ['rows'] },
  example: {},
} as const;

// The second phase of the small plan has a table without schema and example.
const KNOWN_ALREADY = found({ ...dutyPlan, duties: [] });

describe('a duty', () => {
  it('without fault adds none', () => {
    expect(found(dutyPlan)).toEqual(KNOWN_ALREADY);
    expect(found(withPosting({ due: { month: 2, day: 10 }, until: null }))).toEqual(KNOWN_ALREADY);
  });

  test.each<readonly [string, object, readonly string[]]>([
    ['key that is none', { key: 'Posting' }, ['/duties/0/key key-invalid']],
    ['key of another duty', { key: 'reporting' }, ['/duties/1/key duty-repeated']],
    ['key of a phase', { key: 'second' }, ['/duties/0/key duty-key-taken']],
    ['first day that is none', { from: '2013-02-30' }, ['/duties/0/from date-invalid']],
    ['last day that is none', { until: '31 December' }, ['/duties/0/until date-invalid']],
    ['end before its beginning', { until: '2013-09-14' }, ['/duties/0/until duty-backwards']],
    ['month past the next', { due: { month: 3, day: 1 } }, ['/duties/0/due/month duty-month']],
    ['month 0', { opens: { month: 0, day: 1 } }, ['/duties/0/opens/month duty-month']],
    ['half a month', { opens: { month: 1.5, day: 1 } }, ['/duties/0/opens/month duty-month']],
    ['day 32', { due: { month: 1, day: 32 } }, ['/duties/0/due/day duty-day']],
    ['day NaN', { due: { month: 1, day: Number.NaN } }, ['/duties/0/due/day duty-day']],
    [
      'due day before it opens',
      { opens: { month: 1, day: 11 } },
      ['/duties/0/due duty-due-before-opens'],
    ],
    [
      'due month before it opens',
      { opens: { month: 2, day: 1 } },
      ['/duties/0/due duty-due-before-opens'],
    ],
    ['nothing to hand in', { deliverables: [] }, ['/duties/0/deliverables deliverables-missing']],
    ['nobody to sign', { steps: [] }, ['/duties/0/steps steps-missing']],
    [
      'office that hands in and signs',
      { deliverables: [{ ...posting.deliverables[0], office: 'head' }] },
      ['/duties/0/deliverables/0/office deliverable-duties'],
    ],
    [
      'office that nobody knows',
      { deliverables: [{ ...posting.deliverables[0], office: 'nobody' }] },
      ['/duties/0/deliverables/0/office office-unknown'],
    ],
    [
      'table with an unknown check',
      { deliverables: [{ ...table, checks: [{ name: 'nothing', params: {} }] }] },
      ['/duties/0/deliverables/0/checks/0/name check-unknown'],
    ],
    [
      'ladder of its own that is faulty',
      { ladder: { reminders: [{ workdaysBefore: -1, at: '9' }], rungs: [] } },
      [
        '/duties/0/ladder/reminders/0/workdaysBefore reminder-days',
        '/duties/0/ladder/reminders/0/at time-invalid',
      ],
    ],
    ['blank title', { title: { zh: '公开', en: ' ' } }, ['/duties/0/title/en text-blank']],
  ])('with a %s', (_name, changes, faults) => {
    const own = found(withPosting(changes)).filter((each) => !KNOWN_ALREADY.includes(each));
    expect(own).toEqual(faults);
  });

  it('has its tables judged against their schemas as a phase has', () => {
    const parsed = parseDefinition(withPosting({ deliverables: [table] }));
    const faults = parsed.ok ? [] : parsed.faults;
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toContain(
      '/duties/0/deliverables/0/example/rows data-required',
    );
  });

  it('is read with all its members, its due rule among them, and refused with others', () => {
    const good = withPosting({ dueRule: 'next-workday' });
    expect(definitionSchema.parse(good)).toEqual(good);
    expect(definitionSchema.safeParse(withPosting({ dueRule: 'never' })).success).toBe(false);
    expect(definitionSchema.safeParse(withPosting({ weekly: true })).success).toBe(false);
  });

  it('never makes the judge fail, whatever it is made of', () => {
    for (const hostile of [
      null,
      7,
      'x',
      [],
      { due: null },
      { ...posting, opens: 'x', steps: {} },
    ]) {
      const parsed = parseDefinition({ ...dutyPlan, duties: [hostile] });
      expect(parsed.ok).toBe(false);
    }
  });
});

describe('a phase with a ladder of its own', () => {
  it('has it judged where it stands', () => {
    const [first, ...rest] = dutyPlan.phases;
    if (first === undefined) throw new Error('the plan has no phase');
    const ladder = { reminders: [{ workdaysBefore: 1, at: '25:00' }], rungs: [] };
    const definition = { ...dutyPlan, phases: [{ ...first, ladder }, ...rest] };
    expect(found(definition)).toContain('/phases/0/ladder/reminders/0/at time-invalid');
  });
});
