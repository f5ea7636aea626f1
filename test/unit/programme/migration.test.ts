import { describe, expect, it } from '@jest/globals';
import type { Definition, PhaseDefinition } from '../../../domain/definition/types.ts';
import { fold } from '../../../domain/programme/evolve.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { decide } from '../../../domain/programme/decide.ts';
import { hashPreview, previewMigration } from '../../../domain/programme/migration/preview.ts';
import type { MigrationPreview } from '../../../domain/programme/migration/preview-types.ts';
import type { MigrationCommand } from '../../../domain/programme/migration/commands.ts';
import type { DateChoice } from '../../../domain/programme/state.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import {
  activated,
  handIn,
  inSecondPhase,
  local,
  readyToSign,
  signAll,
  started,
} from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { calendar, plan } from '../../support/plan.ts';

type Change = (phase: PhaseDefinition) => PhaseDefinition;

/** The small plan as version 2, with some phases changed, left out or added. */
function second(
  changes: Readonly<Record<string, Change | null>>,
  added: PhaseDefinition[] = [],
): Definition {
  const phases = plan.phases.flatMap((phase) => {
    const change = changes[phase.key];
    return change === null ? [] : [change === undefined ? phase : change(phase)];
  });
  return { ...plan, version: 2, phases: [...phases, ...added] };
}

const due =
  (to: string, from?: string): Change =>
  (phase) => ({ ...phase, window: { from: from ?? phase.window.from, to } });

function previewOf(
  { state }: Run,
  to: Definition,
  at: string,
  choices: Readonly<Record<string, DateChoice>> = {},
): MigrationPreview {
  return previewMigration({ state, from: plan, to, calendar, choices, now: local(at) });
}

function verdicts({ phases }: MigrationPreview): readonly string[] {
  return phases.map(({ key, verdict, before, after }) => {
    return `${key} ${verdict} ${before?.dueOn ?? '-'} > ${after?.dueOn ?? '-'}`;
  });
}

function verdictOf(preview: MigrationPreview, key: string): string {
  const found = preview.phases.find((phase) => phase.key === key);
  return `${found?.verdict ?? ''}: ${found?.why.en ?? ''}`;
}

const NOW = '2013-09-25 12:00';

function tryMigration(
  run: Run,
  command: MigrationCommand,
  by: string,
  to: Definition,
): ReturnType<typeof decide> {
  const everyone = plan.offices.map(({ key }) => [key, [`person-${key}`]]);
  return decide(run.state, command, {
    now: local(NOW),
    definition: plan,
    calendar,
    actor: holder(by),
    holders: Object.fromEntries(everyone) as Record<string, string[]>,
    target: to,
  });
}

function migrating(run: Run, command: MigrationCommand, by: string, to: Definition): Run {
  const decision = tryMigration(run, command, by, to);
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  const events = [...run.events, ...decision.events];
  const state = fold(events);
  if (state === null) throw new Error('nothing is left');
  return { state, events };
}

function propose(
  run: Run,
  to: Definition,
  choices: Readonly<Record<string, DateChoice>> = {},
): Run {
  return migrating(
    run,
    { type: 'ProposeMigration', version: 2, choices, expectedPreviewHash: null },
    'clerk',
    to,
  );
}

function decideOn(run: Run, approve = true, opinion: string | null = null): MigrationCommand {
  return { type: 'DecideMigration', migration: run.state.migration?.id ?? '', approve, opinion };
}

function migrated(
  run: Run,
  to: Definition,
  choices: Readonly<Record<string, DateChoice>> = {},
): Run {
  const proposed = propose(run, to, choices);
  return migrating(proposed, decideOn(proposed), 'head', to);
}

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
    const preview = previewOf(started(), to, NOW);
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
    expect(verdicts(previewOf(started(), to, NOW, { second: 'keep' }))).toEqual([
      'first re-dated 2013-09-30 > 2013-10-08',
      'second kept 2013-10-15 > 2013-10-15',
      'third kept 2013-10-31 > 2013-10-31',
    ]);
    const run = started();
    const phases = run.state.phases.map((phase) =>
      phase.key === 'first' ? { ...phase, dueOn: '2013-10-04' } : phase,
    );
    const extended = { ...run, state: { ...run.state, phases } };
    expect(verdicts(previewOf(extended, to, NOW))[0]).toBe(
      'first re-dated 2013-10-04 > 2013-10-12',
    );
  });

  it('shifts the new windows with the start of the programme', () => {
    const run = passTime(activated('2013-10-15'), local('2013-10-15 00:00'));
    expect(
      verdicts(previewOf(run, second({ second: due('2013-10-20') }), '2013-10-16 09:00')),
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

  it.each<[string, () => Run, Change | null, string]>([
    ['an open phase is left out', started, null, 'has been opened'],
    [
      'what was handed in is left out',
      readyToSign,
      without('paper'),
      '“paper” was handed in and is not',
    ],
    [
      'what was handed in is judged by other rules',
      readyToSign,
      asTable,
      'its form or checks are changed',
    ],
    ['a deliverable is added after a vote', voted, withMore, 'adds deliverable “paper-more”'],
    [
      'a policy under which somebody voted is changed',
      voted,
      otherPolicy,
      'has votes and its policy is changed',
    ],
    ['a step with votes is left out', voted, onlyHead, 'has votes and is not in the new version'],
    ['a step is put before one with votes', voted, stepBefore, 'puts a step before'],
    ['the new date is past', started, due('2013-09-20'), 'which is past'],
    [
      'it would wait for another that is open',
      started,
      (phase) => ({ ...phase, after: ['third'] }),
      'wait for “third”',
    ],
  ])('is impossible where %s', (_name, given, change, why) => {
    const preview = previewOf(given(), second({ first: change }), NOW);
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
    expect(verdictOf(previewOf(given(), second({ first: change }), NOW), 'first')).toBe(
      'kept: Its dates stay.',
    );
  });

  it('lets a phase that is closed stay as it is, whatever its window, but not its signatures', () => {
    const run = inSecondPhase();
    const at = '2013-10-02 09:00';
    expect(verdictOf(previewOf(run, second({ first: due('2013-12-31') }), at), 'first')).toBe(
      'kept: It is over and stays as it is.',
    );
    for (const change of [otherPolicy, without('paper'), null]) {
      expect(verdictOf(previewOf(run, second({ first: change }), at), 'first')).toContain(
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
    const { rungsDropped } = previewOf(run, { ...second({}), ladder }, '2013-10-10 12:00');
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
        { key: 'report', next: '2013-11' },
      ],
    };
    const to = { ...second({}), duties: [duty, { ...duty, key: 'other' }] };
    expect(previewOf({ ...run, state }, to, NOW).duties).toEqual([
      { key: 'report', verdict: 'kept', before: '2013-11', after: '2013-11' },
      { key: 'other', verdict: 'added', before: null, after: '2013-10' },
      { key: 'old', verdict: 'removed', before: '2013-11', after: null },
    ]);
  });
});

describe('a migration', () => {
  const to = second({ first: due('2013-10-08'), second: due('2013-10-20', '2013-10-09') });

  it('is proposed by the owner, decided by its superior, and does what was previewed in one event', () => {
    const run = migrated(readyToSign(), to);
    const done = ofType(run.events, 'ProgrammeMigrated');
    expect(done).toHaveLength(1);
    expect(done[0]?.data).toMatchObject({
      from: { version: 1 },
      to: { version: 2 },
      proposedBy: 'person-clerk',
      by: 'person-head',
      office: 'head',
    });
    expect(run.state.definition).toEqual({ key: 'small-plan', version: 2 });
    expect(run.state.phases.map(({ dueOn }) => dueOn)).toEqual([
      '2013-10-08',
      '2013-10-20',
      '2013-10-31',
    ]);
    expect(run.state.migration).toBeNull();
    expect(run.events.at(-1)?.type).toBe('ProgrammeMigrated');
    expect(brokenInvariants(run.state, to)).toEqual([]);
  });

  it('keeps hand-ins, votes and reminders, and reminds no second time', () => {
    const before = signAll(readyToSign(), {
      place: 'first/all-of-them',
      offices: ['alpha'],
      at: local('2013-09-25 10:00'),
    });
    const { state } = migrated(before, to);
    const [was, is] = [before, { state }].map((run) => run.state.phases[0]);
    expect(is?.deliverables).toEqual(was?.deliverables);
    expect(is?.steps).toEqual(was?.steps);
    expect(is?.reminded).toEqual([5]);
    const moments = planMoments(state, to, calendar).filter(({ phase }) => phase === 'first');
    expect(moments.map(({ kind, at }) => [kind, at])).toEqual([
      ['remind', local('2013-09-29 09:00')],
      ['remind', local('2013-10-08 09:00')],
      ['missDeadline', local('2013-10-09 00:00')],
      ['escalate', local('2013-10-09 09:00')],
      ['escalate', local('2013-10-11 09:00')],
      ['escalate', local('2013-10-14 09:00')],
      ['escalate', local('2013-10-21 09:00')],
    ]);
  });

  it('brings no burst of reminders and rungs that would already be past', () => {
    const late = passTime(started(), local('2013-10-10 12:00'));
    const ladder = {
      reminders: [10, 7, 5, 2, 0].map((workdaysBefore) => ({ workdaysBefore, at: '09:00' })),
      rungs: plan.ladder.rungs.map((rung) => ({
        ...rung,
        workdaysAfter: rung.workdaysAfter - (rung.workdaysAfter > 1 ? 1 : 0),
      })),
    };
    const version = { ...second({}), ladder };
    const proposed = propose(late, version);
    const run = migrating(proposed, decideOn(proposed), 'head', version);
    const past = planMoments(run.state, version, calendar).filter(
      ({ at }) => at <= local('2013-10-10 12:00'),
    );
    expect(ofType(late.events, 'EscalationRaised').map(({ data }) => data.rung)).toEqual([
      'urge',
      'supervise',
    ]);
    expect(past).toEqual([]);
  });

  it('asks offices anew where the step that they were asked for is another one', () => {
    const version = second({
      first: (phase) => ({
        ...phase,
        steps: phase.steps.map((step, index) =>
          index === 0 ? { ...step, policy: { kind: 'office', office: 'beta' } } : step,
        ),
      }),
    });
    const run = migrated(readyToSign(), version);
    expect(run.events.slice(-2).map(({ type }) => type)).toEqual([
      'ProgrammeMigrated',
      'StepOpened',
    ]);
    expect(ofType(run.events, 'StepOpened').at(-1)?.data.offices).toEqual(['beta']);
  });

  it('goes on by itself where nothing is owed any more', () => {
    const one = act(started(), handIn('first', 'paper'), {
      by: holder('clerk'),
      at: local('2013-09-24 10:00'),
    });
    const version = second({
      first: (phase) => ({ ...phase, deliverables: phase.deliverables.slice(0, 1) }),
    });
    const run = migrated(one, version);
    expect(run.events.at(-1)?.type).toBe('StepOpened');
    expect(brokenInvariants(run.state, version)).toEqual([]);
  });

  it('completes a programme whose remaining phases are gone', () => {
    const at = local('2013-10-02 10:00');
    const second2 = act(inSecondPhase(), handIn('second', 'table'), { by: holder('clerk'), at });
    const closed = signAll(second2, {
      place: 'second/in-order',
      offices: ['alpha', 'beta', 'head'],
      at,
    });
    const run = migrated(closed, second({ third: null }));
    expect(run.state.status).toBe('completed');
  });

  it('is refused where somebody else asks, or decides', () => {
    const run = readyToSign();
    const asked = {
      type: 'ProposeMigration',
      version: 2,
      choices: {},
      expectedPreviewHash: null,
    } as const;
    const code = (decision: ReturnType<typeof decide>): string =>
      decision.ok ? 'done' : decision.rejection.code;
    expect(code(tryMigration(run, asked, 'alpha', to))).toBe('not-owner');
    expect(code(tryMigration(run, { ...asked, version: 3 }, 'clerk', to))).toBe(
      'migration-target-unknown',
    );
    expect(code(tryMigration(run, { ...asked, version: 1 }, 'clerk', plan))).toBe(
      'migration-target-invalid',
    );
    expect(code(tryMigration(run, { ...asked, choices: { nowhere: 'keep' } }, 'clerk', to))).toBe(
      'migration-choice-invalid',
    );
    expect(code(tryMigration(run, asked, 'clerk', second({ first: null })))).toBe(
      'migration-impossible',
    );
    expect(code(tryMigration(run, { ...asked, expectedPreviewHash: '0' }, 'clerk', to))).toBe(
      'migration-outdated',
    );
    const hash = hashPreview(previewOf(run, to, NOW));
    expect(code(tryMigration(run, { ...asked, expectedPreviewHash: hash }, 'clerk', to))).toBe(
      'done',
    );
    expect(code(tryMigration(run, decideOn(run), 'head', to))).toBe('migration-not-pending');
    const proposed = propose(run, to);
    expect(code(tryMigration(proposed, decideOn(proposed), 'alpha', to))).toBe('not-office-holder');
    expect(code(tryMigration(proposed, decideOn(proposed, false), 'head', to))).toBe(
      'opinion-required',
    );
    const both = {
      ...proposed.state,
      migration: { ...proposed.state.migration, proposedBy: 'person-head' },
    } as Run['state'];
    expect(code(tryMigration({ ...proposed, state: both }, decideOn(proposed), 'head', to))).toBe(
      'migration-same-person',
    );
  });

  it('is refused where the programme has moved on so that the preview is another one', () => {
    const proposed = propose(started(), to);
    const later = act(proposed, handIn('first', 'paper'), {
      by: holder('clerk'),
      at: local('2013-09-25 11:00'),
    });
    expect(tryMigration(later, decideOn(later), 'head', to).ok).toBe(true);
    const over = passTime(proposed, local('2013-10-08 00:00'));
    const returned = {
      ...over.state,
      phases: over.state.phases.map((phase) => ({ ...phase, dueOn: '2013-10-05' })),
    };
    expect(tryMigration({ ...over, state: returned }, decideOn(over), 'head', to)).toMatchObject({
      rejection: { code: 'migration-outdated' },
    });
  });

  it('stays as it was when it is refused by a person, and gives way to a later proposal', () => {
    const proposed = propose(started(), to);
    const refused = migrating(proposed, decideOn(proposed, false, '暂缓'), 'head', to);
    expect(refused.state).toMatchObject({ migration: null, definition: { version: 1 } });
    const again = propose(proposed, to, { second: 'keep' });
    expect(again.state.migration?.choices).toEqual({ second: 'keep' });
    expect(tryMigration(again, decideOn(proposed), 'head', to)).toMatchObject({
      rejection: { code: 'migration-not-pending' },
    });
  });

  it('is decided by another holder of the owner’s office where nobody is above it', () => {
    const flat = {
      ...plan,
      offices: plan.offices.map((office) => ({ ...office, reportsTo: null })),
    };
    const run = started();
    const decision = tryAct(
      run.state,
      { type: 'ProposeMigration', version: 2, choices: {}, expectedPreviewHash: null },
      { by: holder('clerk'), at: local(NOW), definition: flat },
    );
    // Without the target the version is unknown; with it the owner's own office decides.
    expect(decision.ok).toBe(false);
    const proposed = decide(
      run.state,
      { type: 'ProposeMigration', version: 2, choices: {}, expectedPreviewHash: null },
      {
        now: local(NOW),
        definition: flat,
        calendar,
        actor: holder('clerk'),
        holders: {},
        target: to,
      },
    );
    expect(proposed).toMatchObject({ events: [{ data: { decidedBy: 'clerk' } }] });
  });
});
