import { describe, expect, it } from '@jest/globals';
import type { IndicatorDefinition } from '../../../domain/definition/indicator-types.ts';
import { measure } from '../../../domain/indicators/measure.ts';
import { valuesThatMeet } from '../../../domain/planning/paper-facts.ts';
import { simulate } from '../../../domain/planning/simulate.ts';
import type { Conduct } from '../../../domain/planning/conduct.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { local } from '../../support/acts.ts';
import { accountsDefinition, landDefinition } from '../../support/chains.ts';
import { ofType } from '../../support/given.ts';
import { count, villages } from '../../support/indicator-plan.ts';
import { calendar, plan } from '../../support/plan.ts';

function onPaper(conduct: Conduct, startsOn = plan.startsOn): ReturnType<typeof simulate> {
  return simulate({ definition: plan, calendar, startsOn, conduct });
}

describe('a run on paper of a chain of deliberations', () => {
  const definition = landDefinition();
  const onPaperWith = (conduct: Conduct): ReturnType<typeof simulate> =>
    simulate({ definition, calendar, startsOn: definition.startsOn, conduct });
  const meeting = {
    kind: 'ballot',
    phase: 'land-resolve',
    step: 'resolve',
  } as const;
  const counts = { eligible: 33, present: 30, inFavour: 15, against: 15, abstained: 0 };

  it('has every body meet and pass, and posts each disclosure for its days', () => {
    const { events, state, stoppedBy } = onPaperWith({ exceptions: [] });
    expect([state.status, stoppedBy]).toEqual(['completed', null]);
    const ballots = ofType(events, 'StepDecided').filter(({ data }) => data.ballot !== undefined);
    expect(ballots.map(({ data }) => data.office)).toEqual([
      'committees',
      'members',
      'representatives',
    ]);
    expect(ofType(events, 'DeadlineMissed')).toEqual([]);
    expect(brokenInvariants(state, definition)).toEqual([]);
  });

  it('ends where a vote fails', () => {
    const { state } = onPaperWith({ exceptions: [{ ...meeting, ballot: counts }] });
    expect(state.status).toBe('rejected');
  });

  it('meets again where too few came', () => {
    const ballot = { ...counts, present: 21, inFavour: 21, against: 0 };
    const { events, state } = onPaperWith({ exceptions: [{ ...meeting, ballot }] });
    expect(ofType(events, 'MeetingInquorate')).toHaveLength(1);
    expect(state.status).toBe('completed');
  });

  it('posts village accounts after the signatures', () => {
    const accounts = accountsDefinition();
    const { events, state } = simulate({
      ...{ definition: accounts, calendar },
      startsOn: accounts.startsOn,
      conduct: { exceptions: [] },
    });
    expect(state.status).toBe('completed');
    expect(
      events.flatMap(({ type, data }) =>
        type === 'DeliverableHandedIn'
          ? [data.deliverable]
          : type === 'StepDecided'
            ? [data.step]
            : [],
      ),
    ).toEqual(['accounts', 'supervision-board', 'secretary', 'posting']);
  });
});

describe('a run on paper', () => {
  it('completes with every reminder and no rung when everybody is on time', () => {
    const { events, state, stoppedBy } = onPaper({ exceptions: [] });
    expect([state.status, stoppedBy]).toEqual(['completed', null]);
    expect(ofType(events, 'DeadlineReminded').map(({ data }) => data.plannedAt)).toEqual(
      [
        ...['2013-09-24 09:00', '2013-09-27 09:00'],
        ...['2013-10-09 09:00', '2013-10-12 09:00'],
        ...['2013-10-24 09:00', '2013-10-29 09:00'],
      ].map(local),
    );
    expect(ofType(events, 'EscalationRaised')).toEqual([]);
    expect(brokenInvariants(state, plan)).toEqual([]);
  });

  it('shows the rungs that a late office brings about, and no more', () => {
    const { events, state } = onPaper({
      exceptions: [{ kind: 'late', phase: 'third', office: 'beta', workdaysLate: 4 }],
    });
    // Two of three are enough, so one late office holds nothing up.
    expect(ofType(events, 'DeadlineMissed')).toEqual([]);
    const head = onPaper({
      exceptions: [{ kind: 'late', phase: 'first', office: 'head', workdaysLate: 4 }],
    });
    expect(ofType(head.events, 'EscalationRaised').map(({ data }) => data.rung)).toEqual([
      'urge',
      'supervise',
    ]);
    expect([state.status, head.state.status]).toEqual(['completed', 'completed']);
  });

  it('goes back once where an office returns a phase', () => {
    const { events, state } = onPaper({
      exceptions: [
        {
          kind: 'return',
          phase: 'second',
          round: 1,
          office: 'head',
          returnTo: 'first',
          opinion: 'again',
        },
      ],
    });
    expect(ofType(events, 'PhaseReturned')).toHaveLength(1);
    expect(state.phases.map(({ round }) => round)).toEqual([2, 2, 1]);
    expect(state.status).toBe('completed');
  });

  it('stops and says why when an act is refused', () => {
    const exception = { kind: 'return', phase: 'first', round: 1, office: 'alpha' } as const;
    const { stoppedBy } = onPaper({
      exceptions: [{ ...exception, returnTo: 'third', opinion: 'cannot be' }],
    });
    expect(stoppedBy?.code).toBe('return-target-invalid');
  });

  it('runs to its end from any start, beyond the published calendar too', () => {
    for (const startsOn of ['2014-02-28', '2024-02-29', '2026-12-01', '2031-06-15']) {
      expect(onPaper({ exceptions: [] }, startsOn).state.status).toBe('completed');
    }
  });
});

describe('targets on paper', () => {
  const measured = { ...plan, indicators: [count] };
  const run = (conduct: Conduct): ReturnType<typeof simulate> =>
    simulate({ definition: measured, calendar, startsOn: plan.startsOn, conduct });

  it('are met at their date unless the scenario says otherwise', () => {
    const { events, state } = run({ exceptions: [] });
    expect(state.status).toBe('completed');
    expect(
      ofType(events, 'IndicatorMeasured').map(({ data }) => [data.occasion, data.met]),
    ).toEqual([['target', true]]);
    expect(ofType(events, 'DeadlineMissed')).toEqual([]);
  });

  it('climb when they are missed, up to the rung before which they are reached', () => {
    const { events, state } = run({
      exceptions: [{ kind: 'missTarget', phase: 'agencies@2013', reachedBefore: 'circulate' }],
    });
    expect(ofType(events, 'EscalationRaised').map(({ data }) => data.rung)).toEqual([
      'urge',
      'supervise',
    ]);
    expect(state.status).toBe('completed');
  });

  it('climb to the end and stay open where they are never reached', () => {
    const { events, state } = run({
      exceptions: [{ kind: 'missTarget', phase: 'agencies@2013' }],
    });
    expect(ofType(events, 'EscalationRaised')).toHaveLength(4);
    expect(state.status).toBe('active');
  });

  it.each(['at-least', 'more-than', 'at-most', 'less-than', 'equal-to'] as const)(
    'are met by the values of a rehearsal: %s',
    (comparator) => {
      for (const rollUp of ['ratio', 'sum', 'each-unit'] as const) {
        const indicator: IndicatorDefinition = {
          ...count,
          comparator,
          source: { kind: 'reported', unitSet: 'villages', rollUp },
        };
        const [target] = indicator.targets;
        if (target === undefined) throw new Error('no target');
        const values = valuesThatMeet(
          { indicator, target },
          villages.map(({ key }) => key),
        );
        const facts = {
          kind: 'measurement',
          source: 'reported',
          values: values.map((value) => ({ ...value, asOf: '2013-12-01' })),
        } as const;
        expect([rollUp, measure({ indicator, target, units: villages, facts }).met]).toEqual([
          rollUp,
          true,
        ]);
      }
    },
  );
});
