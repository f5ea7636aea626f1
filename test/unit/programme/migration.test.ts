import { describe, expect, it } from '@jest/globals';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { decide } from '../../../domain/programme/decide.ts';
import { hashPreview } from '../../../domain/programme/migration/preview.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { handIn, inSecondPhase, local, readyToSign, signAll, started } from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import {
  second,
  due,
  previewOf,
  NOW,
  tryMigration,
  migrating,
  propose,
  decideOn,
  migrated,
} from '../../support/migrations.ts';
import { calendar, plan } from '../../support/plan.ts';

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
    const run = migrating(proposed, decideOn(proposed), { by: 'head', to: version });
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
    expect(code(tryMigration(run, asked, { by: 'alpha', to: to }))).toBe('not-owner');
    expect(code(tryMigration(run, { ...asked, version: 3 }, { by: 'clerk', to: to }))).toBe(
      'migration-target-unknown',
    );
    expect(code(tryMigration(run, { ...asked, version: 1 }, { by: 'clerk', to: plan }))).toBe(
      'migration-target-invalid',
    );
    expect(
      code(tryMigration(run, { ...asked, choices: { nowhere: 'keep' } }, { by: 'clerk', to: to })),
    ).toBe('migration-choice-invalid');
    expect(code(tryMigration(run, asked, { by: 'clerk', to: second({ first: null }) }))).toBe(
      'migration-impossible',
    );
    expect(
      code(tryMigration(run, { ...asked, expectedPreviewHash: '0' }, { by: 'clerk', to: to })),
    ).toBe('migration-outdated');
    const hash = hashPreview(previewOf(run, to, { at: NOW }));
    expect(
      code(tryMigration(run, { ...asked, expectedPreviewHash: hash }, { by: 'clerk', to: to })),
    ).toBe('done');
    expect(code(tryMigration(run, decideOn(run), { by: 'head', to: to }))).toBe(
      'migration-not-pending',
    );
    const proposed = propose(run, to);
    expect(code(tryMigration(proposed, decideOn(proposed), { by: 'alpha', to: to }))).toBe(
      'not-office-holder',
    );
    expect(code(tryMigration(proposed, decideOn(proposed, false), { by: 'head', to: to }))).toBe(
      'opinion-required',
    );
    const both = {
      ...proposed.state,
      migration: { ...proposed.state.migration, proposedBy: 'person-head' },
    } as Run['state'];
    expect(
      code(tryMigration({ ...proposed, state: both }, decideOn(proposed), { by: 'head', to: to })),
    ).toBe('migration-same-person');
  });

  it('is refused where the programme has moved on so that the preview is another one', () => {
    const proposed = propose(started(), to);
    const later = act(proposed, handIn('first', 'paper'), {
      by: holder('clerk'),
      at: local('2013-09-25 11:00'),
    });
    expect(tryMigration(later, decideOn(later), { by: 'head', to: to }).ok).toBe(true);
    const over = passTime(proposed, local('2013-10-08 00:00'));
    const returned = {
      ...over.state,
      phases: over.state.phases.map((phase) => ({ ...phase, dueOn: '2013-10-05' })),
    };
    expect(
      tryMigration({ ...over, state: returned }, decideOn(over), { by: 'head', to: to }),
    ).toMatchObject({
      rejection: { code: 'migration-outdated' },
    });
  });

  it('stays as it was when it is refused by a person, and gives way to a later proposal', () => {
    const proposed = propose(started(), to);
    const refused = migrating(proposed, decideOn(proposed, false, '暂缓'), { by: 'head', to: to });
    expect(refused.state).toMatchObject({ migration: null, definition: { version: 1 } });
    const again = propose(proposed, to, { second: 'keep' });
    expect(again.state.migration?.choices).toEqual({ second: 'keep' });
    expect(tryMigration(again, decideOn(proposed), { by: 'head', to: to })).toMatchObject({
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
