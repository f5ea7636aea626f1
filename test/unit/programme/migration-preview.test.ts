import { describe, expect, it } from '@jest/globals';
import {
  activated,
  inSecondPhase,
  local,
  readyToSign,
  signAll,
  started,
} from '../../support/acts.ts';
import { passTime } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { second, due, previewOf, verdicts, verdictOf, NOW } from '../../support/migrations.ts';
import type { Change } from '../../support/migrations.ts';
import { plan } from '../../support/plan.ts';

describe('the preview of a migration', () => {
  it('keeps what is the same, re-dates what has another window, adds and removes', () => {
    const [first] = plan.phases;
    if (first === undefined) throw new Error('the plan is empty');
    const fourth = {
      ...first,
      key: 'fourth',
      window: { from: '2013-11-01', to: '2013-11-10' },
      after: ['second'],
    };
    const to = second({ second: due('2013-10-20'), third: null }, [fourth]);
    const preview = previewOf(started(), to, { at: NOW });
    expect(verdicts(preview)).toEqual([
      'first kept 2013-09-30 > 2013-09-30',
      'second re-dated 2013-10-15 > 2013-10-20',
      'fourth added - > 2013-11-10',
      'third removed 2013-10-31 > -',
    ]);
    expect(preview.possible).toBe(true);
  });

  it('keeps present dates where asked, and gives days again that were granted', () => {
    const to = second({ first: due('2013-10-08'), second: due('2013-10-20') });
    expect(verdicts(previewOf(started(), to, { at: NOW, choices: { second: 'keep' } }))).toEqual([
      'first re-dated 2013-09-30 > 2013-10-08',
      'second kept 2013-10-15 > 2013-10-15',
      'third kept 2013-10-31 > 2013-10-31',
    ]);
    const run = started();
    const phases = run.state.phases.map((phase) =>
      phase.key === 'first' ? { ...phase, dueOn: '2013-10-04' } : phase,
    );
    const extended = { ...run, state: { ...run.state, phases } };
    expect(verdicts(previewOf(extended, to, { at: NOW }))[0]).toBe(
      'first re-dated 2013-10-04 > 2013-10-12',
    );
  });

  it('shifts the new windows with the start of the programme', () => {
    const run = passTime(activated('2013-10-15'), local('2013-10-15 00:00'));
    expect(
      verdicts(previewOf(run, second({ second: due('2013-10-20') }), { at: '2013-10-16 09:00' })),
    ).toEqual([
      'first kept 2013-10-30 > 2013-10-30',
      'second re-dated 2013-11-14 > 2013-11-19',
      'third kept 2013-11-30 > 2013-11-30',
    ]);
  });

  const without =
    (deliverable: string): Change =>
    (phase) => ({
      ...phase,
      deliverables: phase.deliverables.filter(({ key }) => key !== deliverable),
    });
  const withMore: Change = (phase) => ({
    ...phase,
    deliverables: phase.deliverables.flatMap((one) => [one, { ...one, key: `${one.key}-more` }]),
  });
  const otherPolicy: Change = (phase) => ({
    ...phase,
    steps: phase.steps.map((step, index) =>
      index === 0 ? { ...step, policy: { kind: 'office', office: 'beta' } } : step,
    ),
  });
  const stepBefore: Change = (phase) => ({
    ...phase,
    steps: [
      { key: 'before', title: phase.title, policy: { kind: 'office', office: 'watch' } },
      ...phase.steps,
    ],
  });
  const onlyHead: Change = (phase) => ({
    ...phase,
    steps: phase.steps.filter(({ key }) => key === 'head'),
  });
  const asTable: Change = (phase) => ({
    ...phase,
    deliverables: phase.deliverables.map((one) => ({ ...one, kind: 'table' })),
  });
  const voted = (): Run =>
    signAll(readyToSign(), {
      place: 'first/all-of-them',
      offices: ['alpha'],
      at: local('2013-09-25 10:00'),
    });

  it.each<[string, { given: () => Run; change: Change | null; why: string }]>([
    ['an open phase is left out', { given: started, change: null, why: 'has been opened' }],
    [
      'what was handed in is left out',
      { given: readyToSign, change: without('paper'), why: '“paper” was handed in and is not' },
    ],
    [
      'what was handed in is judged by other rules',
      {
        given: readyToSign,
        change: asTable,
        why: 'its form, its checks or its place among the steps are changed',
      },
    ],
    [
      'a deliverable is added after a vote',
      { given: voted, change: withMore, why: 'adds deliverable “paper-more”' },
    ],
    [
      'a policy under which somebody voted is changed',
      { given: voted, change: otherPolicy, why: 'has votes and its policy is changed' },
    ],
    [
      'a step with votes is left out',
      { given: voted, change: onlyHead, why: 'has votes and is not in the new version' },
    ],
    [
      'a step is put before one with votes',
      { given: voted, change: stepBefore, why: 'puts a step before' },
    ],
    ['the new date is past', { given: started, change: due('2013-09-20'), why: 'which is past' }],
    [
      'it would wait for another that is open',
      {
        given: started,
        change: (phase) => ({ ...phase, after: ['third'] }),
        why: 'wait for “third”',
      },
    ],
  ])('is impossible where %s', (_name, { given, change, why }) => {
    const preview = previewOf(given(), second({ first: change }), { at: NOW });
    expect(verdictOf(preview, 'first')).toContain('impossible');
    expect(verdictOf(preview, 'first')).toContain(why);
    expect(preview.possible).toBe(false);
  });

  it.each<[string, () => Run, Change]>([
    ['what is still due is left out', started, without('paper')],
    ['a deliverable is added before any vote', readyToSign, withMore],
    ['a policy is changed before any vote', readyToSign, otherPolicy],
    ['a step is put first before any vote', readyToSign, stepBefore],
  ])('is possible where %s', (_name, given, change) => {
    expect(verdictOf(previewOf(given(), second({ first: change }), { at: NOW }), 'first')).toBe(
      'kept: Its dates stay.',
    );
  });

  it('lets a phase that is closed stay as it is, whatever its window, but not its signatures', () => {
    const run = inSecondPhase();
    const at = '2013-10-02 09:00';
    expect(
      verdictOf(previewOf(run, second({ first: due('2013-12-31') }), { at: at }), 'first'),
    ).toBe('kept: It is over and stays as it is.');
    for (const change of [otherPolicy, without('paper'), null]) {
      expect(verdictOf(previewOf(run, second({ first: change }), { at: at }), 'first')).toContain(
        'impossible',
      );
    }
  });

  it('names the rungs that the new ladder no longer has', () => {
    const ladder = {
      ...plan.ladder,
      rungs: plan.ladder.rungs.filter(({ key }) => key !== 'supervise'),
    };
    const run = passTime(started(), local('2013-10-10 12:00'));
    const { rungsDropped } = previewOf(run, { ...second({}), ladder }, { at: '2013-10-10 12:00' });
    expect(rungsDropped).toEqual([
      { phase: 'first', rung: 'supervise', raised: true },
      { phase: 'second', rung: 'supervise', raised: false },
      { phase: 'third', rung: 'supervise', raised: false },
    ]);
  });

  it('keeps the next period of a duty that the new version still has, and begins a new one with the next period', () => {
    const duty = {
      key: 'report',
      title: plan.title,
      clause: '1',
      every: 'month',
      from: '2013-09-01',
      until: null,
      opens: { month: 1, day: 1 },
      due: { month: 1, day: 10 },
      deliverables: [],
      steps: [],
    } as const;
    const run = started();
    const state = {
      ...run.state,
      duties: [
        { key: 'old', next: '2013-11' },
        { key: 'report', next: '2013-11', endless: true },
      ],
    };
    const to = { ...second({}), duties: [duty, { ...duty, key: 'other' }] };
    expect(previewOf({ ...run, state }, to, { at: NOW }).duties).toEqual([
      { key: 'report', verdict: 'kept', before: '2013-11', after: '2013-11' },
      { key: 'other', verdict: 'added', before: null, after: '2013-10' },
      { key: 'old', verdict: 'removed', before: '2013-11', after: null },
    ]);
  });
});
