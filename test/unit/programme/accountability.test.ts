import { describe, expect, it } from '@jest/globals';
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts';
import { governanceOf } from '../../../domain/definition/governance.ts';
import { definitionFaults } from '../../../domain/definition/faults.ts';
import { decide } from '../../../domain/programme/decide.ts';
import { local, PROGRAMME_ID, started } from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import { calendar, plan } from '../../support/plan.ts';
import { goodCause, governed } from '../../support/time-acts.ts';

const at = local('2013-10-09 10:00');
const urged = passTime(started(), at, governed);
const climbed = passTime(started(), local('2013-10-18 10:00'), governed);
const rungId = (rung: string): string => `${PROGRAMME_ID}.first.1.${rung}`;

function codeOf(
  { state }: Run,
  command: ProgrammeCommand,
  ...[by, now = at]: readonly [ReturnType<typeof holder>, string?]
): unknown {
  const decision = tryAct(state, command, { by, at: now, definition: governed });
  return decision.ok ? decision.events.map(({ type }) => type) : decision.rejection.code;
}

describe('good cause', () => {
  it('stops the climb of the round, and the deadline stays missed', () => {
    const run = act(urged, goodCause(), { by: holder('watch'), at, definition: governed });
    const later = passTime(run, local('2013-12-31 00:00'), governed);
    expect(ofType(later.events, 'EscalationRaised')).toHaveLength(1);
    expect(later.state.phases[0]).toMatchObject({ missed: true, status: 'open' });
    expect(ofType(run.events, 'ClimbStopped')[0]?.data).toMatchObject({
      by: 'person-watch',
      office: 'watch',
      reason: 'a flood',
    });
    expect(codeOf(run, goodCause(), holder('watch'))).toBe('climb-stopped');
  });

  it('lets the next round climb again', () => {
    const stopped = act(urged, goodCause(), { by: holder('watch'), at, definition: governed });
    const again = act(
      stopped,
      { type: 'ReturnPhase', phase: 'first', returnTo: 'first', reason: 'anew' },
      { by: holder('clerk'), at, definition: governed },
    );
    const later = passTime(again, local('2013-11-30 00:00'), governed);
    expect(
      ofType(later.events, 'EscalationRaised').filter(({ data }) => data.round === 2),
    ).toHaveLength(4);
  });

  it('is refused before the deadline is missed, without a reason, and to other offices', () => {
    const early = passTime(started(), local('2013-09-25 10:00'), governed);
    expect(codeOf(early, goodCause(), holder('watch'))).toBe('climb-not-begun');
    expect(codeOf(urged, goodCause({ reason: '' }), holder('watch'))).toBe('opinion-required');
    expect(codeOf(urged, goodCause(), holder('head'))).toBe('not-office-holder');
    expect(codeOf(urged, goodCause({ round: 2 }), holder('watch'))).toBe('stale-round');
  });

  it('is never accepted by a person who holds the phase up', () => {
    expect(codeOf(urged, goodCause(), holder('watch', 'clerk'))).toBe('own-matter');
    // Without a word in the definition the owner would decide, who owes everything: his superior does.
    const decision = tryAct(urged.state, goodCause(), { by: holder('clerk'), at });
    expect(decision).toMatchObject({ rejection: { params: { office: 'head' } } });
  });
});

describe('an answer that is owed', () => {
  it('is recorded as missed once, at the first instant after its day, for each rung', () => {
    expect(
      ofType(climbed.events, 'AnswerMissed').map(({ data }) => [data.rung, data.plannedAt]),
    ).toEqual([
      ['urge', local('2013-10-12 00:00')],
      ['supervise', local('2013-10-15 00:00')],
      ['circulate', local('2013-10-17 00:00')],
    ]);
  });

  it('is not missed when it was given, and is taken late', () => {
    const answer = {
      type: 'AnswerEscalation',
      escalationId: rungId('urge'),
      answer: 'soon',
    } as const;
    const run = act(urged, answer, { by: holder('clerk'), at, definition: governed });
    const later = passTime(run, local('2013-10-13 00:00'), governed);
    expect(ofType(later.events, 'AnswerMissed')).toEqual([]);
    const late = act(climbed, answer, {
      by: holder('clerk'),
      at: local('2013-10-18 10:00'),
      definition: governed,
    });
    expect(late.state.phases[0]?.rungs[0]).toMatchObject({
      answeredBy: 'person-clerk',
      answerMissed: true,
    });
  });
});

describe('a review', () => {
  const appeal = { type: 'RequestReview', escalationId: rungId('urge'), grounds: 'wrong' } as const;
  const asked = act(urged, appeal, { by: holder('clerk'), at, definition: governed });
  const review = `${rungId('urge')}.review`;
  const judge = (upheld: boolean): ProgrammeCommand => ({
    type: 'DecideReview',
    review,
    upheld,
    opinion: 'after hearing both',
  });

  it('is asked for by a responsible office within five working days, once', () => {
    expect(ofType(asked.events, 'ReviewRequested')[0]?.data).toMatchObject({
      review,
      decider: 'head',
      dueOn: '2013-10-15',
    });
    expect(codeOf(asked, appeal, holder('clerk'))).toBe('review-requested-before');
    expect(codeOf(urged, appeal, holder('beta'))).toBe('not-responsible');
    expect(codeOf(urged, { ...appeal, grounds: ' ' }, holder('clerk'))).toBe('opinion-required');
    expect(codeOf(urged, { ...appeal, escalationId: 'x' }, holder('clerk'))).toBe(
      'unknown-escalation',
    );
    const lastDay = local('2013-10-14 23:59');
    expect(codeOf(urged, appeal, holder('clerk'), lastDay)).toEqual(['ReviewRequested']);
    const after = local('2013-10-15 00:00');
    expect(codeOf(urged, appeal, holder('clerk'), after)).toBe('review-too-late');
  });

  it('that does not uphold the rung strikes it, and the later rungs keep their dates', () => {
    const run = act(asked, judge(false), { by: holder('head'), at, definition: governed });
    expect(run.state.phases[0]?.rungs[0]).toMatchObject({ rung: 'urge', struck: true });
    const later = passTime(run, local('2013-10-12 09:00'), governed);
    expect(ofType(later.events, 'EscalationRaised').map(({ data }) => data.rung)).toEqual([
      'urge',
      'supervise',
      'circulate',
    ]);
    expect(ofType(later.events, 'AnswerMissed')).toEqual([]);
  });

  it('is decided once, by the named office, and never by who is responsible', () => {
    const run = act(asked, judge(true), { by: holder('head'), at, definition: governed });
    expect(run.state.phases[0]?.rungs[0]?.struck).toBeUndefined();
    expect(codeOf(run, judge(true), holder('head'))).toBe('review-decided');
    expect(codeOf(asked, judge(true), holder('watch'))).toBe('not-office-holder');
    expect(codeOf(asked, judge(true), holder('head', 'clerk'))).toBe('own-matter');
    expect(codeOf(urged, judge(true), holder('head'))).toBe('unknown-review');
  });
});

describe('accountability', () => {
  const now = local('2013-10-18 10:00');
  const decision = {
    type: 'DecideAccountability',
    escalationId: rungId('accountability'),
    measure: 'talk',
    opinion: 'a reminding talk is enough',
  } as const;

  it('is only proposed by the ladder, and decided by a person', () => {
    expect(climbed.state.matters.at(-1)?.accountability).toBe('proposed');
    const run = act(climbed, decision, { by: holder('head'), at: now, definition: governed });
    expect(run.events.at(-1)).toMatchObject({
      type: 'AccountabilityDecided',
      data: { measure: 'talk', by: 'person-head', office: 'head' },
    });
    expect(codeOf(run, decision, holder('head'), now)).toBe('accountability-decided');
  });

  it('is refused for a milder rung, to other offices, to who is responsible, and without an opinion', () => {
    const milder = { ...decision, escalationId: rungId('circulate') };
    expect(codeOf(climbed, milder, holder('head'), now)).toBe('no-accountability-proposed');
    expect(codeOf(climbed, decision, holder('watch'), now)).toBe('not-office-holder');
    expect(codeOf(climbed, decision, holder('head', 'clerk'), now)).toBe('own-matter');
    const silent = { ...decision, opinion: '' };
    expect(codeOf(climbed, silent, holder('head'), now)).toBe('opinion-required');
  });

  it('waits for the review of its rung and falls with it', () => {
    const appeal = {
      type: 'RequestReview',
      escalationId: decision.escalationId,
      grounds: 'wrong',
    } as const;
    const asked = act(climbed, appeal, { by: holder('clerk'), at: now, definition: governed });
    expect(codeOf(asked, decision, holder('head'), now)).toBe('review-pending');
    const struck = act(
      asked,
      {
        type: 'DecideReview',
        review: `${decision.escalationId}.review`,
        upheld: false,
        opinion: 'no',
      },
      { by: holder('head'), at: now, definition: governed },
    );
    expect(codeOf(struck, decision, holder('head'), now)).toBe('rung-struck');
  });

  it('can still be decided in the next round, and when the programme is over', () => {
    const again = act(
      climbed,
      { type: 'ReturnPhase', phase: 'first', returnTo: 'first', reason: 'anew' },
      { by: holder('clerk'), at: now, definition: governed },
    );
    expect(codeOf(again, decision, holder('head'), now)).toEqual(['AccountabilityDecided']);
    const over = act(
      again,
      { type: 'TerminateProgramme', reason: 'given up' },
      { by: holder('clerk'), at: now, definition: governed },
    );
    expect(codeOf(over, decision, holder('head'), now)).toEqual(['AccountabilityDecided']);
    const answer = {
      type: 'AnswerEscalation',
      escalationId: decision.escalationId,
      answer: 'late',
    } as const;
    expect(codeOf(over, answer, holder('clerk'), now)).toBe('programme-not-active');
  });
});

describe('the governance of a definition', () => {
  it('falls to the owner where nothing is said', () => {
    expect(governanceOf(plan)).toEqual({
      extensions: { decidedBy: 'clerk', otherwise: 'head', most: 2 },
      suspension: { decidedBy: 'clerk' },
      goodCause: { decidedBy: 'clerk' },
      reviews: { decidedBy: 'clerk', withinWorkdays: 5 },
      accountability: { decidedBy: 'clerk' },
      urging: { coolDownHours: 4 },
    });
  });

  it('has its offices and numbers judged', () => {
    const faulty = {
      ...plan,
      governance: {
        extensions: { decidedBy: 'watch', otherwise: 'watch', most: 0 },
        goodCause: { decidedBy: 'nobody' },
        reviews: { decidedBy: 'head', withinWorkdays: 0.5 },
        urging: { coolDownHours: -1 },
      },
    };
    const known = { calendars: ['cn-public'], isZone: () => true };
    const found = definitionFaults(faulty, known).filter(({ pointer }) =>
      pointer.startsWith('/governance'),
    );
    expect(found.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/governance/goodCause/decidedBy', 'office-unknown'],
      ['/governance/extensions/otherwise', 'decider-same'],
      ['/governance/extensions/most', 'extensions-most'],
      ['/governance/reviews/withinWorkdays', 'review-days'],
      ['/governance/urging/coolDownHours', 'cool-down'],
    ]);
    const sound = definitionFaults(governed, known).map(({ pointer }) => pointer);
    expect(sound.filter((pointer) => pointer.startsWith('/governance'))).toEqual([]);
  });
});

it('is decided by offices, never by the clock', () => {
  const command = { type: 'SuspendProgramme', reason: 'because' } as const;
  const context = {
    now: at,
    definition: governed,
    calendar,
    actor: { kind: 'clock' },
    holders: {},
  } as const;
  expect(decide(urged.state, command, context)).toMatchObject({
    rejection: { code: 'not-office-holder' },
  });
});
