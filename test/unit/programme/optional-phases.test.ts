/** Phases that nobody has to finish: no pressure, no missed deadline, and never in anyone's way. */
import { describe, expect, it } from '@jest/globals';
import type { Definition, PhaseDefinition } from '../../../domain/definition/types.ts';
import { brokenInvariants } from '../../../domain/programme/invariants.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { simulate } from '../../../domain/planning/simulate.ts';
import type { Simulation } from '../../../domain/planning/simulate.ts';
import type { ConductException } from '../../../domain/planning/conduct.ts';
import { local } from '../../support/acts.ts';
import { ofType } from '../../support/given.ts';
import { calendar, plan } from '../../support/plan.ts';

const why = { zh: '鼓励开展', en: 'encouraged' };

function withOptional(key: string, changes: Partial<PhaseDefinition> = {}): Definition {
  const phases = plan.phases.map((phase) =>
    phase.key === key ? { ...phase, ...changes, optional: why } : phase,
  );
  return { ...plan, phases };
}

function played(definition: Definition, ...exceptions: readonly ConductException[]): Simulation {
  const run = simulate({ definition, calendar, startsOn: '2013-09-15', conduct: { exceptions } });
  expect(brokenInvariants(run.state, definition)).toEqual([]);
  return run;
}

const never = (phase: string, office: string): ConductException => ({
  kind: 'late',
  phase,
  office,
  workdaysLate: 200,
});

describe('an optional phase', () => {
  it('that is done closes like any other, without having been reminded of', () => {
    const { events, state } = played(withOptional('second'));
    expect(state.phases.map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
    expect(ofType(events, 'DeadlineReminded').map(({ data }) => data.phase)).not.toContain(
      'second',
    );
  });

  it('lapses at its due instant when it is open and undone, with no deadline missed and no rung', () => {
    const { events, state } = played(withOptional('second'), never('second', 'head'));
    const ofSecond = events.filter(({ data }) => 'phase' in data && data.phase === 'second');
    expect(ofSecond.map(({ type }) => type)).toEqual([
      'PhaseOpened',
      'DeliverableHandedIn',
      'StepOpened',
      'StepDecided',
      'StepOpened',
      'StepDecided',
      'StepOpened',
      'PhaseLapsed',
    ]);
    expect(ofType(events, 'PhaseLapsed')[0]?.data.plannedAt).toBe(local('2013-10-16 00:00'));
    expect(state.status).toBe('completed');
  });

  it('that lapsed lets what comes after it open on time', () => {
    const { events } = played(withOptional('second'), never('second', 'head'));
    const third = ofType(events, 'PhaseOpened').find(({ data }) => data.phase === 'third');
    expect(third?.at).toBe(local('2013-10-16 00:00'));
  });

  it('lapses while it still waits, so that it never blocks the end, and what it waited for still counts', () => {
    const late = { kind: 'late', phase: 'first', office: 'head', workdaysLate: 30 } as const;
    const { events, state } = played(withOptional('second'), late);
    const closed = ofType(events, 'PhaseClosed').find(({ data }) => data.phase === 'first');
    const third = ofType(events, 'PhaseOpened').find(({ data }) => data.phase === 'third');
    expect(ofType(events, 'PhaseLapsed').map(({ data }) => data.phase)).toEqual(['second']);
    expect(ofType(events, 'PhaseOpened').map(({ data }) => data.phase)).toEqual(['first', 'third']);
    expect(third?.at).toBe(closed?.at);
    expect(state.status).toBe('completed');
  });

  it('as the last one ends the programme by lapsing', () => {
    const { events, state } = played(
      withOptional('third'),
      never('third', 'alpha'),
      never('third', 'beta'),
    );
    expect(state.status).toBe('completed');
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['PhaseLapsed', 'ProgrammeCompleted']);
  });

  it('that lapsed opens again when a later one is returned to it', () => {
    const { events, state } = played(withOptional('second'), never('second', 'head'), {
      kind: 'return',
      phase: 'third',
      round: 1,
      office: 'beta',
      returnTo: 'second',
      opinion: 'do it',
    });
    expect(ofType(events, 'PhaseReturned')).toHaveLength(1);
    expect(state.phases.map(({ status, round }) => `${status} ${String(round)}`)).toEqual([
      'closed 1',
      'closed 2',
      'closed 2',
    ]);
    expect(state.phases.every(({ lapsedAt }) => lapsedAt === undefined)).toBe(true);
  });

  it('plans its lapse and nothing else', () => {
    const { state } = played(withOptional('second'), never('second', 'head'));
    const open = {
      ...state,
      status: 'active' as const,
      phases: state.phases.map((phase) =>
        phase.key === 'second' ? { ...phase, status: 'open' as const } : phase,
      ),
    };
    const moments = planMoments(open, withOptional('second'), calendar);
    expect(moments.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual(['lapse second']);
  });
});
