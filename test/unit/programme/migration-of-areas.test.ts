/** What duties, targets, signers, extensions and inner dates go through when a programme moves to another version. */
import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import type { HandsCommand } from '../../../domain/programme/hands/commands.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { migratedPhase } from '../../../domain/programme/migration/migrated-phase.ts';
import { planMigration } from '../../../domain/programme/migration/preview.ts';
import type { MigrationPlan } from '../../../domain/programme/migration/preview-types.ts';
import type { DateChoice, ProgrammeState } from '../../../domain/programme/state.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { activated, local, readyToSign, started } from '../../support/acts.ts';
import { act, holder, passTime } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { accountsDefinition, handInWith, startedWith } from '../../support/chains.ts';
import { addSigner, consult, transfer } from '../../support/hands.ts';
import { count, measuring, pass, ratio, reported } from '../../support/indicator-plan.ts';
import { planWith, posting } from '../../support/duty-plan.ts';
import { due, migrated, second, verdictOf } from '../../support/migrations.ts';
import { calendar, plan } from '../../support/plan.ts';
import { asked } from '../../support/time-acts.ts';

interface Asked {
  readonly from: Definition;
  readonly at: string;
  readonly choices?: Readonly<Record<string, DateChoice>>;
}

function planned(
  state: ProgrammeState,
  to: Definition,
  { from, at, ...rest }: Asked,
): MigrationPlan {
  const { choices = {} } = rest;
  return planMigration({ state, from, to, calendar, choices, now: local(at) });
}

/** The state as folding the migration leaves it. */
function after(state: ProgrammeState, { phases, duties }: MigrationPlan): ProgrammeState {
  const moved = phases.map((phase) =>
    migratedPhase(
      state.phases.find(({ key }) => key === phase.key),
      phase,
    ),
  );
  return { ...state, duties, phases: moved };
}

describe('a migration and the signers of a step', () => {
  const at = local('2013-09-24 11:00');
  const worked = (command: HandsCommand, by: string): Run =>
    act(readyToSign(), command, { by: holder(by), at });

  it('keeps transfers, added signers and consultations where the step stays', () => {
    for (const command of [
      transfer('alpha', 'watch'),
      addSigner('alpha', 'watch'),
      consult('alpha', 'watch'),
    ]) {
      const run = worked(command, 'alpha');
      const to = second({ second: due('2013-10-20') });
      const moved = migrated(run, to);
      const [step] = moved.state.phases[0]?.steps ?? [];
      expect(step).toEqual(run.state.phases[0]?.steps[0]);
      expect(brokenInvariants(moved.state, to)).toEqual([]);
    }
  });

  it('is impossible where it would lose them', () => {
    const run = worked(transfer('alpha', 'watch'), 'alpha');
    const to = second({
      first: (phase) => ({
        ...phase,
        steps: phase.steps.map((step) => ({
          ...step,
          policy: { kind: 'office', office: 'gamma' } as const,
        })),
      }),
    });
    const { preview } = planned(run.state, to, { from: plan, at: '2013-09-25 12:00' });
    expect(verdictOf(preview, 'first')).toContain('a slot was transferred');
  });

  it('is impossible where an office that must act is gone', () => {
    const run = worked(transfer('alpha', 'watch'), 'alpha');
    const to = { ...second({}), offices: plan.offices.filter(({ key }) => key !== 'watch') };
    const { preview } = planned(run.state, to, { from: plan, at: '2013-09-25 12:00' });
    expect(preview.possible).toBe(false);
    expect(preview.obstacles.map(({ en }) => en)).toEqual([
      'Something is still asked of office “watch”, which the new version no longer has.',
    ]);
  });
});

describe('a migration and a pending extension', () => {
  const run = asked(started(), '2013-10-10', local('2013-09-23 10:00'));
  const to = second({ first: due('2013-10-05') });
  const asking: Asked = { from: plan, at: '2013-09-25 12:00' };

  it('is impossible where the date would move, as another day was asked for', () => {
    const { preview } = planned(run.state, to, asking);
    expect(verdictOf(preview, 'first')).toContain('An extension to 2013-10-10 is asked for');
  });

  it('keeps the request where the date stays', () => {
    const plan2 = planned(run.state, to, { ...asking, choices: { first: 'keep' } });
    expect(plan2.preview.possible).toBe(true);
    expect(after(run.state, plan2).phases[0]?.extensions).toEqual(run.state.phases[0]?.extensions);
  });
});

describe('a migration and what is owed after a step', () => {
  const definition = accountsDefinition();
  const at = local('2013-09-18 10:00');

  it('lets a deliverable be added that is owed after the steps that were signed', () => {
    const drawn = handInWith(startedWith(definition), 'accounts/accounts', { definition, at });
    const run = act(
      drawn,
      {
        ...{ type: 'DecideStep', phase: 'accounts', round: 1, step: 'supervision-board' },
        ...{ office: 'director', decision: 'approve', opinion: null, returnTo: null },
      } as const,
      { by: holder('director'), at, definition },
    );
    const withMore = (afterStep?: string): Definition => ({
      ...definition,
      version: definition.version + 1,
      phases: definition.phases.map((phase) => ({
        ...phase,
        deliverables: phase.deliverables.flatMap((one) => {
          const { afterStep: _place, ...more } = one;
          const place = afterStep === undefined ? {} : { afterStep };
          return one.key === 'posting' ? [one, { ...more, ...place, key: 'more' }] : [one];
        }),
      })),
    });
    const ask: Asked = { from: definition, at: '2013-09-18 12:00' };
    expect(planned(run.state, withMore('secretary'), ask).preview.possible).toBe(true);
    expect(verdictOf(planned(run.state, withMore(), ask).preview, 'accounts')).toContain(
      'Somebody has signed',
    );
  });
});

describe('a migration and targets', () => {
  const run = pass(measuring(ratio, count), local('2013-11-15 08:00'), () => reported());
  const from = run.definition;
  const ask: Asked = { from, at: '2013-11-15 08:00' };

  it('moves the date of a target, and keeps what was measured of it', () => {
    const indicators = [ratio, count].map((indicator) => ({
      ...indicator,
      targets: indicator.targets.map((target) => ({ ...target, on: '2014-06-30' })),
    }));
    const moved = planned(run.state, { ...from, version: 2, indicators }, ask);
    expect(verdictOf(moved.preview, 'coverage@2013')).toContain('re-dated');
    const measured = (state: ProgrammeState): unknown =>
      state.phases.find(({ key }) => key === 'coverage@2013')?.measured;
    expect(measured(after(run.state, moved))).toEqual(measured(run.state));
    expect(measured(run.state)).toBeDefined();
  });

  it('asks nothing of a pace that the new version adds about the time before', () => {
    const paced = [
      ratio,
      { ...count, targets: count.targets.map((target) => ({ ...target, pace: 'month' as const })) },
    ];
    const to = { ...from, version: 2, indicators: paced };
    const state = after(run.state, planned(run.state, to, ask));
    const paces = planMoments(state, to, calendar).filter(
      ({ kind, phase }) => kind === 'measure' && phase === 'agencies@2013',
    );
    expect(paces[0]?.at).toBe(local('2013-12-01 00:00'));
  });

  it('is impossible where an indicator would be counted otherwise', () => {
    const to = { ...from, version: 2, indicators: [ratio, { ...count, unit: 'hours' as const }] };
    const { preview } = planned(run.state, to, ask);
    expect(verdictOf(preview, 'agencies@2013')).toContain('Give it a new key');
  });

  it('is impossible where the sets of units are others, as they are frozen', () => {
    const to = { ...from, version: 2, unitSets: from.unitSets?.slice(0, 1) ?? [] };
    const { preview } = planned(run.state, to, ask);
    expect(preview.obstacles.map(({ en }) => en)).toContainEqual(
      expect.stringContaining('frozen at activation'),
    );
  });
});

describe('a migration and duties', () => {
  it('keeps open periods and the next one, and what is said of their end', () => {
    const from = planWith(posting);
    const run = passTime(activated('2013-09-15', from), local('2013-10-05 08:00'), from);
    const to = {
      ...planWith({ ...posting, until: null, due: { month: 1, day: 15 } }),
      version: 2,
    };
    const moved = planned(run.state, to, { from, at: '2013-10-05 08:00' });
    expect(moved.preview.phases.find(({ key }) => key === 'posting@2013-10')).toMatchObject({
      verdict: 're-dated',
      after: { opensOn: '2013-10-01', dueOn: '2013-10-15' },
    });
    expect(moved.duties).toEqual([{ ...run.state.duties[0], endless: true }]);
    expect(moved.preview.duties[0]?.verdict).toBe('changed');
    expect(brokenInvariants(after(run.state, moved), to)).toEqual([]);
  });
});

describe('a migration and inner dates', () => {
  it('does not record one as missed that the new version puts into the past', () => {
    const to = second({
      first: (phase) => ({ ...phase, coOrganisers: [{ office: 'clerk', workdaysBefore: 9 }] }),
    });
    const run = migrated(started(), to);
    const inner = planMoments(run.state, to, calendar).filter(
      ({ kind }) => kind === 'missInnerDate',
    );
    expect(inner).toEqual([]);
    expect(run.state.phases[0]?.passedOver?.inner).toEqual(['clerk']);
  });
});
