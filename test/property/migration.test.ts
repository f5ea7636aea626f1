import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Definition, PhaseDefinition } from '../../domain/definition/types.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { decide } from '../../domain/programme/decide.ts';
import { evolve, fold } from '../../domain/programme/evolve.ts';
import { brokenInvariants } from '../../domain/programme/invariants.ts';
import { hashPreview, planMigration } from '../../domain/programme/migration/preview.ts';
import type { MigrationCommand } from '../../domain/programme/migration/commands.ts';
import type { DateChoice } from '../../domain/programme/state.ts';
import { planMoments } from '../../domain/planning/moments.ts';
import { addDays } from '../../domain/calendar/dates.ts';
import { handIn, local, sign, started } from '../support/acts.ts';
import { act, holder, passTime, tryAct } from '../support/given.ts';
import type { ActOptions, Run } from '../support/given.ts';
import { addSigner, consult, transfer } from '../support/hands.ts';
import { askFor, goodCause } from '../support/time-acts.ts';
import { calendar, plan } from '../support/plan.ts';

const OFFICES = ['alpha', 'beta', 'gamma', 'head'] as const;

/** What people do besides handing in and signing. */
const extras: readonly (readonly [ProgrammeCommand, string])[] = [
  [transfer('alpha', 'watch'), 'alpha'],
  [addSigner('beta', 'watch'), 'beta'],
  [consult('gamma', 'head'), 'gamma'],
  [askFor('2013-10-20'), 'clerk'],
  [askFor('2013-10-30', { phase: 'second' }), 'clerk'],
  [goodCause(), 'clerk'],
];

/** A programme somewhere in its first two phases: some things handed in, some signed or put to others, some of it late. */
const runs: fc.Arbitrary<Run> = fc
  .record({
    days: fc.integer({ min: 1, max: 40 }),
    acts: fc.integer({ min: 0, max: 14 }),
    extra: fc.array(fc.constantFrom(...extras), { maxLength: 2 }),
  })
  .map(({ days, acts, extra }) => {
    let run = passTime(started(), local(`${addDays('2013-09-15', days)} 08:00`));
    const at = local(`${addDays('2013-09-15', days)} 10:00`);
    for (let turn = 0; turn < acts; turn += 1) {
      const [command, office] = turn > 1 ? (extra[turn - 2] ?? []) : [];
      if (command !== undefined) run = perhaps(run, command, { by: holder(office ?? ''), at });
      run = oneMore(run, at);
    }
    return run;
  });

/** The run itself where the rules refuse. */
function perhaps(run: Run, command: ProgrammeCommand, options: ActOptions): Run {
  return tryAct(run.state, command, options).ok ? act(run, command, options) : run;
}

/** The next act that the rules take; the run itself when there is none. */
function oneMore(run: Run, at: string): Run {
  const open = run.state.phases.find(({ status }) => status === 'open');
  if (open === undefined) return passTime(run, at);
  const acts = [
    ...open.deliverables
      .filter(({ status }) => status === 'due')
      .map(({ key }) => ({ command: handIn(open.key, key), by: holder('clerk') })),
    ...open.steps.flatMap(({ key }) =>
      OFFICES.map((office) => ({
        command: sign(`${open.key}/${key}`, office, { round: open.round }),
        by: holder(office),
      })),
    ),
  ];
  for (const { command, by } of acts) {
    try {
      return passTime(act(run, command, { by, at }), at);
    } catch {
      continue;
    }
  }
  return run;
}

/** Version 2 of the small plan, changed at random but valid in itself. */
const versions: fc.Arbitrary<Definition> = fc
  .record({
    slips: fc.array(fc.integer({ min: -12, max: 25 }), { minLength: 3, maxLength: 3 }),
    dropped: fc.option(fc.constantFrom('second', 'third'), { nil: null, freq: 3 }),
    deliverables: fc.constantFrom('same', 'fewer', 'more', 'later'),
    policy: fc.constantFrom('same', 'same', 'other'),
    rungs: fc.subarray([...plan.ladder.rungs], { minLength: 1 }),
    reminders: fc.subarray([9, 5, 3, 2, 0]),
    added: fc.boolean(),
    inner: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
  })
  .map(({ slips, dropped, deliverables, policy, rungs, reminders, added, inner }) => {
    const phases = plan.phases
      .filter(({ key }) => key !== dropped)
      .map((phase, index): PhaseDefinition => {
        const slipped = { ...phase, window: slip(phase, slips[index] ?? 0) };
        return {
          ...shaped(slipped, { deliverables, policy }),
          after: afterWithout(phase, dropped),
          ...(inner === null ? {} : { coOrganisers: [{ office: 'clerk', workdaysBefore: inner }] }),
        };
      });
    const [first] = phases;
    const more = added && first !== undefined ? [{ ...first, key: 'added', after: [] }] : [];
    const ladder = {
      rungs,
      reminders: reminders.map((workdaysBefore) => ({ workdaysBefore, at: '09:00' })),
    };
    return { ...plan, version: 2, ladder, phases: [...phases, ...more] };
  });

function slip({ window: { from, to } }: PhaseDefinition, days: number): PhaseDefinition['window'] {
  return { from, to: addDays(to, days) };
}

function afterWithout({ after }: PhaseDefinition, dropped: string | null): readonly string[] {
  return after.flatMap((key) => (key === dropped ? ['first'] : [key]));
}

function shaped(
  phase: PhaseDefinition,
  how: { readonly deliverables: string; readonly policy: string },
): PhaseDefinition {
  const [one] = phase.deliverables;
  const [firstStep] = phase.steps;
  const more = one === undefined ? [] : [{ ...one, key: 'one-more' }];
  const later =
    one === undefined || firstStep === undefined
      ? []
      : [{ ...one, key: 'one-later', afterStep: firstStep.key }];
  const deliverables =
    how.deliverables === 'fewer'
      ? phase.deliverables.slice(0, 1)
      : [
          ...phase.deliverables,
          ...(how.deliverables === 'more' ? more : []),
          ...(how.deliverables === 'later' ? later : []),
        ];
  const steps = phase.steps.map((step, index) =>
    how.policy === 'other' && index === 0
      ? { ...step, policy: { kind: 'office', office: 'watch' } as const }
      : step,
  );
  return { ...phase, deliverables, steps };
}

const choices: fc.Arbitrary<Readonly<Record<string, DateChoice>>> = fc.dictionary(
  fc.constantFrom('first', 'second', 'third'),
  fc.constantFrom('keep' as const, 'recompute' as const),
);

function tryIt(
  run: Run,
  command: MigrationCommand,
  scene: { by: string; to: Definition; now: string },
): ReturnType<typeof decide> {
  const { by, to, now } = scene;
  return decide(run.state, command, {
    ...{ now, definition: plan, calendar, actor: holder(by), target: to },
    holders: Object.fromEntries(plan.offices.map(({ key }) => [key, [`person-${key}`]])),
  });
}

function withEvents(run: Run, decision: ReturnType<typeof decide>): Run {
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  const state = decision.events.reduce(
    (before, event) => evolve(before, event, before.position + 1),
    run.state,
  );
  return { state, events: [...run.events, ...decision.events] };
}

/** What was done in the phases that the second run still has. */
function happened(run: Run, kept: Run): readonly unknown[] {
  return run.state.phases
    .filter(({ key, status }) => status !== 'scheduled' && hasPhase(kept, key))
    .map(({ key, rungs, steps, extensions, climbStoppedIn }) => ({
      ...{ key, rungs, extensions, climbStoppedIn },
      votes: steps.flatMap(({ votes }) => votes),
      changes: steps.flatMap(({ changes = [] }) => changes),
      consultations: steps.flatMap(({ consultations = [] }) => consultations),
    }));
}

function hasPhase({ state }: Run, key: string): boolean {
  return state.phases.some((phase) => phase.key === key);
}

let possible = 0;

describe('any migration of any programme', () => {
  it('does what was previewed, breaks nothing, brings no burst, and is the fold of its events', () => {
    fc.assert(
      fc.property(runs, versions, choices, (run, to, chosen) => {
        const now = run.events.at(-1)?.at ?? local('2013-09-15 00:00');
        const asked = { state: run.state, from: plan, to, calendar, choices: chosen, now };
        const { preview } = planMigration(asked);
        const proposal = tryIt(
          run,
          {
            type: 'ProposeMigration',
            version: 2,
            choices: chosen,
            expectedPreviewHash: hashPreview(preview),
          },
          { by: 'clerk', to, now },
        );
        expect(proposal.ok).toBe(run.state.status === 'active' && preview.possible);
        if (!proposal.ok) return;
        possible += 1;
        const proposed = withEvents(run, proposal);
        const migration = proposed.state.migration?.id ?? '';
        const done = withEvents(
          proposed,
          tryIt(
            proposed,
            { type: 'DecideMigration', migration, approve: true, opinion: null },
            { by: 'head', to, now },
          ),
        );
        const dates = done.state.phases.map(({ key, opensOn, dueOn }) => ({ key, opensOn, dueOn }));
        const promised = preview.phases.flatMap(({ key, after }) =>
          after === null ? [] : [{ key, ...after }],
        );
        expect(dates).toEqual(promised);
        expect(brokenInvariants(done.state, to)).toEqual([]);
        expect(fold(done.events)).toEqual(done.state);
        expect(JSON.parse(JSON.stringify(done.state))).toEqual(done.state);
        const bursts = planMoments(done.state, to, calendar).filter(
          ({ kind, at }) => ['remind', 'escalate', 'missInnerDate'].includes(kind) && at <= now,
        );
        expect(bursts).toEqual([]);
        expect(happened(done, done)).toEqual(happened(run, done));
      }),
      { numRuns: 400 },
    );
    // A crowd of refusals would prove nothing.
    expect(possible).toBeGreaterThan(60);
  });
});
