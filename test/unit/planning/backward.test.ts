import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../domain/calendar/dates.ts';
import { planPhases } from '../../../domain/programme/activate-programme.ts';
import { planBackward } from '../../../domain/planning/backward.ts';
import type { BackwardRequest } from '../../../domain/planning/backward.ts';
import { calendar, plan } from '../../support/plan.ts';

function backward(asked: Partial<BackwardRequest> = {}): ReturnType<typeof planBackward> {
  return planBackward({
    definition: plan,
    calendar,
    endsOn: '2013-12-31',
    keep: 'lengths',
    fixed: {},
    earliest: '2013-10-01',
    ...asked,
  });
}

describe('planning backward', () => {
  it('lays the phases end to end before the last day, each as long as in the paper', () => {
    const { phases, latestStart, slackDays, startsOn, faults } = backward();
    expect(phases.map(({ latest }) => [latest.from, latest.to])).toEqual([
      ['2013-11-15', '2013-11-30'],
      ['2013-12-01', '2013-12-15'],
      ['2013-12-16', '2013-12-31'],
    ]);
    expect([latestStart, slackDays, startsOn, faults]).toEqual([
      '2013-11-15',
      45,
      '2013-11-15',
      [],
    ]);
    expect(phases.map((phase) => phase.slackDays)).toEqual([45, 45, 45]);
  });

  it('keeps the number of working days where asked', () => {
    const { phases } = backward({ keep: 'workdays', endsOn: '2013-10-13' });
    // 16 to 31 October has 12 working days; before 13 October lie the National Day holidays.
    expect(phases.at(-1)?.latest).toEqual({ from: '2013-09-23', to: '2013-10-13' });
  });

  it('says when the time does not suffice', () => {
    const { faults, slackDays } = backward({ earliest: '2013-11-20' });
    expect(slackDays).toBe(-5);
    expect(faults).toMatchObject([{ phase: null, code: 'starts-too-early' }]);
  });

  it('works around dates that are fixed, and says where they cannot be', () => {
    const early = backward({ fixed: { second: { to: '2013-12-01' } } });
    expect(early.phases.map(({ latest }) => latest.to)).toEqual([
      ...['2013-11-16', '2013-12-01', '2013-12-31'],
    ]);
    expect(early.faults).toEqual([]);
    const late = backward({
      fixed: { second: { to: '2013-12-20' }, first: { from: '2013-12-10', to: '2013-12-05' } },
    });
    expect(late.faults.map(({ phase, code }) => `${phase ?? ''} ${code}`)).toEqual([
      'second fixed-too-late',
      'first fixed-backwards',
    ]);
  });

  it('ends parallel phases together and gives each its own slack', () => {
    const phases = plan.phases.map((phase) => ({ ...phase, after: [] }));
    const { phases: latest } = backward({ definition: { ...plan, phases } });
    expect(new Set(latest.map((phase) => phase.latest.to))).toEqual(new Set(['2013-12-31']));
    expect(latest.map(({ slackDays }) => slackDays)).toEqual([76, 61, 45]);
  });

  it('offers a start with which no phase is due later than its latest window ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom('lengths' as const, 'workdays' as const),
        (days, keep) => {
          const endsOn = addDays('2013-01-01', days);
          const { phases, startsOn, latestStart } = backward({ endsOn, keep });
          const started = planPhases({ definition: plan, calendar }, startsOn);
          phases.forEach(({ key, latest }) => {
            const due = started.find((phase) => phase.key === key)?.dueOn ?? '';
            expect(due <= latest.to).toBe(true);
            expect(daysBetween(latest.from, latest.to)).toBeGreaterThanOrEqual(0);
          });
          expect(phases.every(({ latest }) => latest.from >= latestStart)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
