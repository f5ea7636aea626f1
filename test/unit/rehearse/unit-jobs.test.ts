import { describe, expect, it } from '@jest/globals';
import { sampleOf, unitJobs, type UnitPlan } from '../../../cli/rehearse/unit-jobs.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { calendar, plan } from '../../support/plan.ts';

const units = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2'].map((key) => ({ key, within: key.slice(0, 1) }));

const definition: Definition = {
  ...plan,
  duties: [
    {
      key: 'posting',
      title: { zh: '公布', en: 'Posting' },
      clause: '10',
      every: 'month',
      from: '2013-09-15',
      until: '2013-11-30',
      opens: { month: 1, day: 1 },
      due: { month: 1, day: 10 },
      deliverables: [],
      steps: [],
    },
  ],
};

function jobsOf(part: Partial<UnitPlan>): readonly string[] {
  const jobs = unitJobs({
    definition: { ...definition, duties: [] },
    calendar,
    units,
    scenario: {},
    shiftDays: 0,
    until: '2013-12-31',
    ...part,
  });
  return jobs.map(({ unit, phase, on }) => `${on} ${unit} ${phase}`);
}

describe('the timetable of unit programmes', () => {
  it('has each unit work on each phase after three fifths of its window', () => {
    const jobs = jobsOf({ units: units.slice(0, 1) });
    expect(jobs).toEqual(['2013-09-24 a1 first', '2013-10-09 a1 second', '2013-10-25 a1 third']);
  });

  it('spreads the units of each wider unit evenly over the days of the scenario', () => {
    const by = ['2013-09-16', '2013-09-20'];
    const jobs = jobsOf({ scenario: { phases: { first: { by } } } });
    const first = jobs.filter((job) => job.endsWith('first'));
    expect(first).toEqual([
      '2013-09-16 a1 first',
      '2013-09-16 a2 first',
      '2013-09-16 b1 first',
      '2013-09-20 a3 first',
      '2013-09-20 a4 first',
      '2013-09-20 b2 first',
    ]);
  });

  it('leaves out those that never finish, by the share', () => {
    const jobs = jobsOf({ scenario: { phases: { first: { sharePercent: 50 } } } });
    expect(jobs.filter((job) => job.endsWith('first'))).toHaveLength(3);
  });

  it('moves the units that are late to the day that the scenario gives', () => {
    const jobs = jobsOf({
      scenario: {
        late: [{ phase: 'first', unit: 'b', insteadOf: '2013-09-24', on: '2013-10-08' }],
      },
    });
    expect(jobs.filter((job) => job.endsWith('first')).slice(-2)).toEqual([
      '2013-10-08 b1 first',
      '2013-10-08 b2 first',
    ]);
  });

  it('works on each period of a duty three working days before it is due, or as soon as it opens', () => {
    const jobs = jobsOf({ definition, units: units.slice(0, 1) });
    expect(jobs.filter((job) => job.includes('posting'))).toEqual([
      '2013-10-01 a1 posting@2013-10',
      '2013-11-06 a1 posting@2013-11',
    ]);
  });

  it('moves every day with the start of the programme, and ends where the scenario ends', () => {
    const jobs = jobsOf({ units: units.slice(0, 1), shiftDays: 10, until: '2013-10-20' });
    expect(jobs).toEqual(['2013-10-04 a1 first', '2013-10-19 a1 second']);
  });
});

describe('a sample of units', () => {
  it('is spread over the whole set', () => {
    expect(sampleOf(units, 3).map(({ key }) => key)).toEqual(['a1', 'a3', 'b1']);
  });

  it('is the whole set when that is not larger', () => {
    expect(sampleOf(units, 60)).toHaveLength(6);
  });
});
