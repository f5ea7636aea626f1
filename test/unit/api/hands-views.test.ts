import { describe, expect, it } from '@jest/globals';
import { withRetryAfter } from '../../../api/routes/retry-after.ts';
import { ProblemError } from '../../../api/problems.ts';
import { innerDateOf, phaseHandsView } from '../../../api/views/hands.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { requirePhase } from '../../../domain/programme/lookups.ts';
import type { ProgrammeState } from '../../../domain/programme/state.ts';
import { handInAll, local, started } from '../../support/acts.ts';
import { calendar, plan } from '../../support/plan.ts';

const definition: Definition = {
  ...plan,
  owner: 'head',
  phases: plan.phases.map((phase) => ({
    ...phase,
    coOrganisers: [{ office: 'clerk', workdaysBefore: 3 }],
  })),
};

const shown = (state: ProgrammeState, now: string) => {
  const phase = requirePhase(state, definition, 'first');
  return phaseHandsView(phase, { definition, calendar, now: local(now) });
};

describe('a phase with co-organisers', () => {
  it('shows its lead, the owner where none is named, and the inner date of each part', () => {
    expect(shown(started().state, '2013-09-20 10:00')).toEqual({
      lead: 'head',
      coOrganisers: [
        {
          office: 'clerk',
          title: { zh: 'clerk(中)', en: 'clerk' },
          innerDueOn: '2013-09-26',
          status: 'owing',
          overdue: false,
          missed: false,
        },
      ],
    });
  });

  it('is overdue inside from the first instant after the inner date, until the part is in', () => {
    const { state } = started();
    const overdue = (now: string): boolean | undefined =>
      shown(state, now).coOrganisers[0]?.overdue;
    expect(overdue('2013-09-26 23:59')).toBe(false);
    expect(overdue('2013-09-27 00:00')).toBe(true);
    const whole = handInAll(started(), {
      phase: 'first',
      keys: ['paper', 'minutes'],
      at: local('2013-09-24 10:00'),
    });
    expect(shown(whole.state, '2013-09-28 10:00').coOrganisers[0]).toMatchObject({
      status: 'done',
      overdue: false,
    });
  });

  it('gives the inner date to what a co-organiser owes, and to nothing else', () => {
    const phase = requirePhase(started().state, definition, 'first');
    expect(innerDateOf(phase, 'clerk', { calendar })).toEqual({ innerDueOn: '2013-09-26' });
    expect(innerDateOf(phase, 'watch', { calendar })).toEqual({});
  });
});

describe('a refusal for urging too soon', () => {
  const until = '2026-03-02T05:00:00.000Z';
  const problem = new ProblemError('urged-recently', { params: { phase: 'first', until } });

  it('tells in real seconds when it may be done again, also on a fast clock', () => {
    const { state } = started();
    const live = withRetryAfter(problem, state, new Date('2026-03-02T01:00:00.500Z'));
    expect(live.extras.headers).toEqual({ 'Retry-After': '14400' });
    expect(live.extras.members).toMatchObject({ until });
    const clock = {
      anchor: '2026-03-02T01:00:00.000Z',
      startedAt: '2026-11-01T00:00:00.000Z',
      speed: 3600,
    };
    const fast = withRetryAfter(problem, { ...state, clock }, new Date('2026-11-01T00:00:01.000Z'));
    expect(fast.extras.headers).toEqual({ 'Retry-After': '3' });
  });

  it('leaves other refusals as they are', () => {
    const other = new ProblemError('may-not-urge');
    expect(withRetryAfter(other, null, new Date(until))).toBe(other);
  });
});
