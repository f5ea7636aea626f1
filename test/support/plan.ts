/** A small plan for tests of the rules: three phases in a row, policies of every kind. */
import { CN_PUBLIC } from '../../domain/calendar/cn-public.ts';
import type {
  Definition,
  OfficeDefinition,
  PhaseDefinition,
} from '../../domain/definition/types.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';

export const calendar: WorkCalendar = CN_PUBLIC;

const text = (name: string): { zh: string; en: string } => ({ zh: `${name}(中)`, en: name });

function office(key: string, reportsTo: string | null): OfficeDefinition {
  return { key, title: text(key), reportsTo, clause: null };
}

const document = (key: string, owing: string): PhaseDefinition['deliverables'][number] => ({
  key,
  title: text(key),
  clause: '1',
  kind: 'document',
  office: owing,
});

const PHASES: readonly PhaseDefinition[] = [
  {
    key: 'first',
    title: text('first'),
    clause: '1',
    window: { from: '2013-09-15', to: '2013-09-30' },
    after: [],
    deliverables: [document('paper', 'clerk'), document('minutes', 'clerk')],
    steps: [
      {
        key: 'all-of-them',
        title: text('all-of-them'),
        policy: {
          kind: 'all',
          of: ['alpha', 'beta', 'gamma'].map((key) => ({ kind: 'office', office: key })),
        },
      },
      { key: 'head', title: text('head'), policy: { kind: 'office', office: 'head' } },
    ],
  },
  {
    key: 'second',
    title: text('second'),
    clause: '2',
    window: { from: '2013-10-01', to: '2013-10-15' },
    after: ['first'],
    deliverables: [{ ...document('table', 'clerk'), kind: 'table' }],
    steps: [
      {
        key: 'in-order',
        title: text('in-order'),
        policy: {
          kind: 'sequence',
          of: [
            { kind: 'office', office: 'alpha' },
            { kind: 'any', of: ['beta', 'gamma'].map((key) => ({ kind: 'office', office: key })) },
            { kind: 'office', office: 'head' },
          ],
        },
      },
    ],
  },
  {
    key: 'third',
    title: text('third'),
    clause: '3',
    window: { from: '2013-10-16', to: '2013-10-31' },
    after: ['second'],
    deliverables: [document('report', 'clerk')],
    steps: [
      {
        key: 'two-of-three',
        title: text('two-of-three'),
        policy: {
          kind: 'atLeast',
          count: 2,
          of: ['alpha', 'beta', 'gamma'].map((key) => ({ kind: 'office', office: key })),
        },
      },
    ],
  },
];

/** Offices: `clerk` owes everything, `alpha`, `beta`, `gamma` and `head` sign, `watch` supervises; `clerk` owns the plan. */
export const plan: Definition = {
  key: 'small-plan',
  version: 1,
  title: text('small plan'),
  source: { paper: text('paper'), issuer: text('issuer'), documentNumber: null },
  zone: 'Asia/Shanghai',
  calendar: 'cn-public',
  startsOn: '2013-09-15',
  offices: [
    office('head', null),
    office('clerk', 'head'),
    office('alpha', 'head'),
    office('beta', 'alpha'),
    office('gamma', 'alpha'),
    office('watch', 'head'),
  ],
  owner: 'clerk',
  ladder: {
    reminders: [5, 2, 0].map((workdaysBefore) => ({ workdaysBefore, at: '09:00' })),
    rungs: [
      rung('urge', 1, { superiorLevels: 0, offices: [] }),
      rung('supervise', 3, { superiorLevels: 1, offices: ['watch'] }),
      rung('circulate', 5, { superiorLevels: 2, offices: ['watch'] }),
      rung('accountability', 10, { superiorLevels: 0, offices: ['head', 'watch'] }),
    ],
  },
  rework: { value: 5, unit: 'workdays' },
  phases: PHASES,
  notes: [],
};

function rung(
  key: Definition['ladder']['rungs'][number]['key'],
  workdaysAfter: number,
  audience: { superiorLevels: number; offices: string[] },
): Definition['ladder']['rungs'][number] {
  return {
    key,
    title: text(key),
    workdaysAfter,
    at: '09:00',
    audience: { responsible: true, ...audience },
    answerWithinWorkdays: 3,
  };
}
