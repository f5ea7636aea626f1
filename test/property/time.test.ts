import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../domain/calendar/dates.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { evolve, fold } from '../../domain/programme/evolve.ts';
import type { ProgrammeEvent } from '../../domain/programme/events.ts';
import { brokenInvariants } from '../../domain/programme/invariants.ts';
import { findPhase } from '../../domain/programme/lookups.ts';
import { currentStep, isReady, openOffices } from '../../domain/programme/progress.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { momentId, planMoments } from '../../domain/planning/moments.ts';
import { activated, handIn, local, sign } from '../support/acts.ts';
import { neverReached } from '../support/crowds.ts';
import { clock, holder, tryAct } from '../support/given.ts';
import type { Run } from '../support/given.ts';
import { calendar } from '../support/plan.ts';
import { askFor, goodCause, governed, rule } from '../support/time-acts.ts';

const offices = governed.offices.map(({ key }) => key);

type Maker = (state: ProgrammeState) => ProgrammeCommand;

interface Attempt {
  readonly hours: number;
  readonly by: readonly string[];
  readonly command: Maker;
}

const openPhase = (state: ProgrammeState): { key: string; round: number; dueOn: string } =>
  state.phases.find(({ status }) => status === 'open') ?? {
    key: 'first',
    round: 1,
    dueOn: '2013-09-30',
  };

const extending = fc.integer({ min: -2, max: 40 }).map((days): Maker => (state) => {
  const { key, round, dueOn } = openPhase(state);
  return askFor(addDays(dueOn, days), { phase: key, round });
});

const ruling = fc
  .record({ grant: fc.boolean(), days: fc.option(fc.integer({ min: -3, max: 50 }), { nil: null }) })
  .map(({ grant, days }): Maker => (state) => {
    const asked = state.phases.flatMap(({ extensions }) => extensions ?? []).at(-1);
    const dueOn = asked === undefined || days === null ? null : addDays(asked.from, days);
    return rule(asked?.id ?? '', { grant, dueOn, opinion: 'so be it' });
  });

const pausing = fc.constantFrom<Maker>(
  () => ({ type: 'SuspendProgramme', reason: 'flood' }),
  () => ({ type: 'ResumeProgramme', reason: 'over' }),
  () => ({ type: 'ResumeProgramme', reason: 'over' }),
);

const excusing = fc.constant<Maker>((state) => {
  const { key, round } = openPhase(state);
  return goodCause({ phase: key, round });
});

const appealing = fc
  .record({ kind: fc.nat({ max: 3 }), upheld: fc.boolean() })
  .map(({ kind, upheld }): Maker => ({ matters }) => {
    const last = matters.at(-1)?.escalationId ?? '';
    const open = matters.findLast(({ review }) => review?.status === 'open')?.review?.id ?? '';
    const proposed = matters.findLast(({ accountability }) => accountability === 'proposed');
    const choices: readonly ProgrammeCommand[] = [
      { type: 'RequestReview', escalationId: last, grounds: 'wrong' },
      { type: 'DecideReview', review: open, upheld, opinion: 'judged' },
      {
        type: 'DecideAccountability',
        escalationId: proposed?.escalationId ?? last,
        measure: 'talk',
        opinion: 'judged',
      },
    ];
    return choices[kind] ?? { type: 'AnswerEscalation', escalationId: last, answer: 'soon' };
  });

/** What the open phase waits for; a return now and then. */
const working = fc
  .record({ pick: fc.nat(), back: fc.integer({ min: 0, max: 12 }) })
  .map(({ pick, back }): Maker => (state) => {
    const { key, round } = openPhase(state);
    const phase = findPhase(state, governed, key);
    if (phase === null || back === 0)
      return { type: 'ReturnPhase', phase: key, returnTo: key, reason: 'anew' };
    const place = `${key}/${currentStep(phase)?.state.key ?? ''}`;
    const acts = [
      ...phase.state.deliverables.filter((one) => !isReady(one)).map((one) => handIn(key, one.key)),
      ...openOffices(phase).map((office) => sign(place, office, { round })),
    ];
    return acts[pick % Math.max(1, acts.length)] ?? handIn('first', 'paper');
  });

const attempts: fc.Arbitrary<readonly Attempt[]> = fc.array(
  fc.record({
    hours: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) },
    ),
    by: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...offices).map((office) => [office]) },
      { weight: 1, arbitrary: fc.subarray([...offices]) },
    ),
    command: fc.oneof(
      { weight: 4, arbitrary: extending },
      { weight: 4, arbitrary: ruling },
      { weight: 3, arbitrary: pausing },
      { weight: 1, arbitrary: excusing },
      { weight: 3, arbitrary: appealing },
      { weight: 4, arbitrary: working },
    ),
  }),
  { maxLength: 80, size: 'max' },
);

/** Half of the crowd asks as the office that may, so that something happens. */
function likely(attempt: Attempt, command: ProgrammeCommand): readonly string[] {
  if (attempt.hours % 2 === 0) return attempt.by;
  const who: Partial<Record<ProgrammeCommand['type'], string>> = {
    RequestExtension: 'clerk',
    DecideExtension: 'watch',
    SuspendProgramme: 'head',
    ResumeProgramme: 'head',
    AcceptGoodCause: 'watch',
    RequestReview: 'clerk',
    AnswerEscalation: 'clerk',
    DecideReview: 'head',
    DecideAccountability: 'head',
    HandInDeliverable: 'clerk',
    ReturnPhase: 'clerk',
  };
  const own = 'office' in command ? command.office : who[command.type];
  return own === undefined ? attempt.by : [own];
}

type Seen = (before: ProgrammeState, event: ProgrammeEvent, after: ProgrammeState) => void;

function apply(run: Run, events: readonly ProgrammeEvent[], seen: Seen): Run {
  return events.reduce((before, event) => {
    const state = evolve(before.state, event, before.state.position + 1);
    seen(before.state, event, state);
    return { state, events: [...before.events, event] };
  }, run);
}

/** `settled` sees the state after each whole act; the events of one act belong together. */
function play(
  list: readonly Attempt[],
  seen: Seen = () => undefined,
  settled: (state: ProgrammeState) => void = () => undefined,
): Run {
  let run = activated();
  let at = local('2013-09-15 00:00');
  for (const attempt of list) {
    at = new Date(Date.parse(at) + attempt.hours * 3_600_000).toISOString();
    run = passed(run, at, seen);
    const command = attempt.command(run.state);
    const by = holder(...likely(attempt, command));
    const decision = tryAct(run.state, command, { by, at, definition: governed });
    if (decision.ok) run = apply(run, decision.events, seen);
    settled(run.state);
  }
  return run;
}

/** The clock performs what is due, each moment under an id that was never used. */
function passed(run: Run, at: string, seen: Seen): Run {
  let current = run;
  for (;;) {
    const moment = planMoments(current.state, governed, calendar)[0];
    if (moment === undefined || moment.at > at) return current;
    const command = { type: 'PerformMoment', moment } as const;
    const decision = tryAct(current.state, command, { by: clock, at, definition: governed });
    if (!decision.ok || decision.events.length === 0) throw new Error('a due moment did nothing');
    current = apply(current, decision.events, seen);
  }
}

const MAY_MOVE_DATES: ReadonlySet<string> = new Set([
  'DeadlineExtended',
  'ProgrammeResumed',
  'PhaseOpened',
]);
describe('any crowd with the governance of time', () => {
  it('gets everywhere', () => {
    const wanted = [
      'AccountabilityDecided',
      'AnswerMissed',
      'ClimbStopped',
      'DeadlineExtended',
      'ExtensionRefused',
      'LateExtensionRequested',
      'ProgrammeResumed',
      'ReviewDecided',
    ];
    expect(neverReached(attempts, play, wanted)).toEqual([]);
  });

  it('moves a due day only by an event that says so, and breaks no invariant', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const dues = ({ phases }: ProgrammeState): readonly string[] =>
          phases.map(({ dueOn }) => dueOn);
        const { state, events } = play(
          list,
          (before, event, after) => {
            if (!MAY_MOVE_DATES.has(event.type)) expect(dues(after)).toEqual(dues(before));
          },
          (settled) => {
            expect(brokenInvariants(settled, governed)).toEqual([]);
          },
        );
        expect(fold(events)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('never climbs after a good cause, nor acts by itself while the clock stands still', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const stopped = new Set<string>();
        play(list, (before, { type, data }) => {
          if (type === 'ClimbStopped') stopped.add(`${data.phase}/${String(data.round)}`);
          if (type === 'EscalationRaised') {
            expect(stopped).not.toContain(`${data.phase}/${String(data.round)}`);
          }
          if ('plannedAt' in data) expect(before.status).toBe('active');
          if (before.status === 'suspended') {
            expect(['ProgrammeResumed', 'AccountabilityDecided']).toContain(type);
          }
        });
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('raises nothing of the past when the clock goes on, and no moment under an id that was used', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const { events } = play(list, (_before, event, after) => {
          if (event.type !== 'ProgrammeResumed' && event.type !== 'DeadlineExtended') return;
          const old = planMoments(after, governed, calendar).filter(
            ({ kind, at }) => kind === 'remind' && at < event.at,
          );
          expect(old).toEqual([]);
        });
        const reminders = events.flatMap((event) =>
          event.type === 'DeadlineReminded'
            ? [momentId('p', { kind: 'remind', at: '', ...event.data })]
            : [],
        );
        expect(new Set(reminders).size).toBe(reminders.length);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('grants at most twice a round, never before it was asked for, and never by who asked', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const { events } = play(list);
        const asked = new Map<string, { by: string; office: string }>();
        const grants = new Map<string, number>();
        for (const { type, data } of events) {
          if (type === 'ExtensionRequested') asked.set(data.extension, data);
          if (type !== 'DeadlineExtended' && type !== 'ExtensionRefused') continue;
          const request = asked.get(data.extension);
          expect(request).toBeDefined();
          expect(data.by).not.toBe(request?.by);
          expect(data.office).not.toBe(request?.office);
          if (type === 'ExtensionRefused') continue;
          expect(data.to > data.from).toBe(true);
          const round = `${data.phase}/${String(data.round)}`;
          grants.set(round, (grants.get(round) ?? 0) + 1);
        }
        expect(Math.max(0, ...grants.values())).toBeLessThanOrEqual(2);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
