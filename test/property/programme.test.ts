import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../domain/calendar/dates.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { DecideStep, ProgrammeCommand } from '../../domain/programme/commands.ts';
import { evolve, fold } from '../../domain/programme/evolve.ts';
import { brokenInvariants } from '../../domain/programme/invariants.ts';
import { requirePhase } from '../../domain/programme/lookups.ts';
import { currentStep, isReady, openOffices } from '../../domain/programme/progress.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { planMoments } from '../../domain/planning/moments.ts';
import { activated, handIn, local, sign } from '../support/acts.ts';
import { neverReached } from '../support/crowds.ts';
import { clock, holder, tryAct } from '../support/given.ts';
import type { Run } from '../support/given.ts';
import { dutyPlan } from '../support/duty-plan.ts';
import { calendar, plan } from '../support/plan.ts';

/** What a careless or hostile crowd might do; most of it is refused, which is the point. */
interface Attempt {
  readonly hours: number;
  readonly by: readonly string[];
  readonly command: (state: ProgrammeState) => ProgrammeCommand;
}

/** A plan of phases alone, and the same one with duties, of which the crowd knows one period. */
const PLANS = { phases: plan, duties: dutyPlan } as const;
type Plan = (typeof PLANS)[keyof typeof PLANS];

const offices = plan.offices.map(({ key }) => key);
const known = [
  ...plan.phases,
  ...['posting@2013-10', 'reporting@2013-09'].flatMap((key) => phaseOf(dutyPlan, key) ?? []),
];
const phases = known.map(({ key }) => key);
const deliverables = known.flatMap((phase) =>
  phase.deliverables.map(({ key }) => ({ phase: phase.key, key })),
);
const steps = known.flatMap((phase) => phase.steps.map(({ key }) => `${phase.key}/${key}`));

const roundOf = (state: ProgrammeState, phase: string): number =>
  state.phases.find(({ key }) => key === phase)?.round ?? 1;

const handingIn = fc.constantFrom(...deliverables).map(
  ({ phase, key }) =>
    (): ProgrammeCommand =>
      handIn(phase, key),
);

const signing = fc
  .record({
    place: fc.constantFrom(...steps),
    office: fc.constantFrom(...offices),
    decision: fc.constantFrom(
      'approve',
      'approve',
      'approve',
      'approve',
      'abstain',
      'return',
      'reject',
    ),
    returnTo: fc.option(fc.constantFrom(...phases), { nil: null, freq: 3 }),
  })
  .map(({ place, office, decision, returnTo }) => (state: ProgrammeState): ProgrammeCommand => {
    const round = roundOf(state, place.split('/')[0] ?? '');
    const target = decision === 'return' ? returnTo : null;
    return sign(place, office, { round, decision: decision as 'approve', returnTo: target });
  });

function planOf(state: ProgrammeState): Plan {
  return state.duties.length === 0 ? plan : dutyPlan;
}

/** What the phases that are open now wait for, so that runs get somewhere. */
function awaited(state: ProgrammeState, decision: DecideStep['decision']): ProgrammeCommand[] {
  return state.phases
    .filter(({ status }) => status === 'open')
    .flatMap(({ key }) => {
      const phase = requirePhase(state, planOf(state), key);
      const place = `${key}/${currentStep(phase)?.state.key ?? ''}`;
      const due = phase.state.deliverables.filter((one) => !isReady(one));
      return [
        ...due.map((one) => handIn(key, one.key)),
        ...openOffices(phase).map((office) =>
          sign(place, office, { round: phase.state.round, decision }),
        ),
      ];
    });
}

const helping = fc
  .record({
    pick: fc.nat(),
    decision: fc.oneof(
      { weight: 40, arbitrary: fc.constant('approve' as const) },
      { weight: 3, arbitrary: fc.constantFrom('abstain' as const, 'return' as const) },
      { weight: 1, arbitrary: fc.constant('reject' as const) },
    ),
  })
  .map(({ pick, decision }) => (state: ProgrammeState): ProgrammeCommand => {
    const choices = awaited(state, decision);
    return choices[pick % choices.length] ?? handIn('first', 'paper');
  });

const others = fc.oneof(
  fc
    .record({ place: fc.constantFrom(...steps), office: fc.constantFrom(...offices) })
    .map(({ place, office }) => (state: ProgrammeState): ProgrammeCommand => {
      const [phase = '', step = ''] = place.split('/');
      const round = roundOf(state, phase);
      return { type: 'WithdrawDecision', phase, round, step, office, reason: null };
    }),
  fc
    .record({ phase: fc.constantFrom(...phases), returnTo: fc.constantFrom(...phases) })
    .map((place) => (): ProgrammeCommand => ({ type: 'ReturnPhase', ...place, reason: 'why' })),
  fc.constant((state: ProgrammeState): ProgrammeCommand => {
    const rung = state.phases.flatMap(({ rungs }) => rungs).at(-1);
    return { type: 'AnswerEscalation', escalationId: rung?.escalationId ?? '', answer: 'soon' };
  }),
);

const attempts: fc.Arbitrary<readonly Attempt[]> = fc.array(
  fc.record({
    hours: fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 0, max: 48 }) },
      // Now and then all of them sleep past the end of a period.
      { weight: 1, arbitrary: fc.integer({ min: 240, max: 720 }) },
    ),
    by: fc.oneof(
      { weight: 5, arbitrary: fc.constant([...offices]) },
      { weight: 1, arbitrary: fc.subarray(offices) },
    ),
    command: fc.oneof(
      { weight: 20, arbitrary: helping },
      { weight: 1, arbitrary: handingIn },
      { weight: 2, arbitrary: signing },
      { weight: 1, arbitrary: others },
    ),
  }),
  { maxLength: 90, size: 'max' },
);

interface Play {
  readonly list: readonly Attempt[];
  readonly definition: Plan;
}

const plays: fc.Arbitrary<Play> = fc
  .record({ list: attempts, name: fc.constantFrom('phases' as const, 'duties' as const) })
  .map(({ list, name }) => ({ list, definition: PLANS[name] }));

/** One person per office when everybody is named, so that separation of duties does not refuse everything. */
function actorOf(attempt: Attempt, command: ProgrammeCommand): ReturnType<typeof holder> {
  if (attempt.by.length < offices.length) return holder(...attempt.by);
  return 'office' in command ? holder(command.office) : holder('clerk');
}

function play(
  { list, definition }: Play,
  check: (run: Run, refused: boolean) => void = () => undefined,
): Run {
  let run = activated(definition.startsOn, definition);
  let at = local('2013-09-15 00:00');
  for (const attempt of list) {
    at = new Date(Date.parse(at) + attempt.hours * 3_600_000).toISOString();
    run = catchUp(run, at, check);
    const command = attempt.command(run.state);
    const options = { by: actorOf(attempt, command), at, definition };
    const decision = tryAct(run.state, command, options);
    if (!decision.ok) {
      check(run, true);
      continue;
    }
    run = decision.events.reduce((before, event) => {
      const state = evolve(before.state, event, before.state.position + 1);
      return { state, events: [...before.events, event] };
    }, run);
    check(run, false);
  }
  return run;
}

function catchUp(run: Run, at: string, check: (run: Run, refused: boolean) => void): Run {
  let current = run;
  for (;;) {
    const definition = planOf(current.state);
    const moment = planMoments(current.state, definition, calendar)[0];
    if (moment === undefined || moment.at > at) return current;
    const options = { by: clock, at, definition };
    const decision = tryAct(current.state, { type: 'PerformMoment', moment }, options);
    if (!decision.ok || decision.events.length === 0) throw new Error('a due moment did nothing');
    for (const event of decision.events) {
      const state = evolve(current.state, event, current.state.position + 1);
      current = { state, events: [...current.events, event] };
    }
    check(current, false);
  }
}

describe('any crowd, in any order, at any time', () => {
  it('gets everywhere', () => {
    const wanted = [
      'AnswerMissed',
      'EscalationRaised',
      'PhaseLapsed',
      'PhaseReturned',
      'completed',
      'rejected',
    ];
    expect(neverReached(plays, play, wanted)).toEqual([]);
  });

  it('never breaks an invariant', () => {
    fc.assert(
      fc.property(plays, (crowd) => {
        play(crowd, (run) => {
          expect(brokenInvariants(run.state, crowd.definition)).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a state that is plain JSON and the fold of its events', () => {
    fc.assert(
      fc.property(plays, fc.nat(), (crowd, cut) => {
        const { state, events } = play(crowd);
        expect(fold(events)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        const split = cut % (events.length + 1);
        const prefix = fold(events.slice(0, split));
        const rest = events
          .slice(split)
          .reduce<ProgrammeState | null>(
            (before, event, index) => evolve(before, event, split + index + 1),
            prefix,
          );
        expect(rest).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  it('reminds, misses and climbs at most once a round, never early, and in order', () => {
    fc.assert(
      fc.property(plays, (crowd) => {
        const { events } = play(crowd);
        const ofClock = events.flatMap((event) => {
          if (!('plannedAt' in event.data)) return [];
          const { phase, round, plannedAt } = event.data;
          const detail = 'rung' in event.data ? event.data.rung : '';
          const before = 'workdaysBefore' in event.data ? event.data.workdaysBefore : '';
          expect(event.at >= plannedAt).toBe(true);
          return [
            { id: `${event.type}/${phase}/${String(round)}/${detail}${String(before)}`, plannedAt },
          ];
        });
        expect(new Set(ofClock.map(({ id }) => id)).size).toBe(ofClock.length);
        const times = events.map(({ at }) => at);
        expect([...times].sort()).toEqual(times);
      }),
      { numRuns: 200 },
    );
  });

  it('plans the same moments for a shifted plan, shifted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (days) => {
        const startsOn = addDays('2024-01-01', days);
        const { state } = activated(startsOn);
        expect(planMoments(state, plan, calendar)).toEqual([
          { kind: 'openPhase', phase: 'first', round: 1, at: local(`${startsOn} 00:00`) },
        ]);
      }),
    );
  });
});
