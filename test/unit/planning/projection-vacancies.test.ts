import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../domain/definition/types.ts';
import { project } from '../../../domain/planning/projection.ts';
import type { Change } from '../../../domain/planning/changes.ts';
import type { Projection, Subject } from '../../../domain/planning/projection.ts';
import { inSecondPhase, local } from '../../support/acts.ts';
import { passTime } from '../../support/given.ts';
import { count, measuring, pass, ratio, reported } from '../../support/indicator-plan.ts';
import { dutyPlan } from '../../support/duty-plan.ts';
import { calendar, plan } from '../../support/plan.ts';

/** `watch` is the deputy of `beta`, whose superior `alpha` signs in the same steps. */
const deputised: Definition = {
  ...plan,
  offices: plan.offices.map((office) =>
    office.key === 'beta' ? { ...office, deputy: 'watch' } : office,
  ),
};

function projected(subject: Subject, ...changes: readonly Change[]): Projection {
  const run = project(subject, changes);
  for (let step = run.next(); ; step = run.next()) {
    if (step.done !== true) continue;
    if (step.value.kind !== 'done') throw new Error(JSON.stringify(step.value));
    return step.value.projection;
  }
}

const onPaper = (definition: Definition): Subject => {
  return { definition, calendar, startsOn: definition.startsOn };
};

const vacant = (office: string, from: string, to: string | null = null): Change => {
  return { kind: 'vacancy', office, from, to };
};

const standIns = ({ standIns: found }: Projection): readonly string[] =>
  found.map(({ phase, office, actingOffice, at }) => `${phase} ${office} ${actingOffice} ${at.on}`);

describe('what if an office is vacant that another one stands in for', () => {
  it('the deputy acts, nothing is missed, and it shows who acts', () => {
    const projection = projected(onPaper(deputised), vacant('beta', '2013-09-20'));
    expect(projection.firstBreach).toBeNull();
    expect(standIns(projection)).toEqual([
      'first beta watch 2013-09-27',
      'second beta watch 2013-10-12',
      'third beta watch 2013-10-29',
    ]);
  });

  it('the superior acts where no deputy is named, and waits no longer than the vacancy', () => {
    const projection = projected(onPaper(plan), vacant('clerk', '2013-09-20', '2013-09-26'));
    expect(standIns(projection)[0]).toBe('first clerk head 2013-09-26');
  });

  it('who has stood in may not sign as well, and the breach says so', () => {
    const projection = projected(onPaper(plan), vacant('clerk', '2013-09-20'));
    expect(projection.firstBreach).toMatchObject({ phase: 'first', responsible: ['head'] });
    expect(projection.firstBreach?.because.en).toContain('has stood in for a vacant office');
  });

  it('an office that stands in for another one of the same step leaves that slot to its holder', () => {
    const until = projected(onPaper(plan), vacant('beta', '2013-09-20', '2013-10-05'));
    expect(until.firstBreach).toMatchObject({ phase: 'first', responsible: ['beta'] });
    expect(until.completesOn.after).toBe('2013-10-29');
  });

  it('acts stop only where the whole line is vacant', () => {
    const both = [vacant('beta', '2013-09-20'), vacant('watch', '2013-09-20')];
    const projection = projected(onPaper(deputised), ...both, vacant('alpha', '2013-10-10'));
    // `beta` reports to `alpha`, which reports to `head`.
    expect(standIns(projection)).toEqual([
      'first beta head 2013-10-10',
      'second alpha head 2013-10-12',
    ]);
    const none = projected(
      onPaper(deputised),
      ...both,
      ...['alpha', 'head'].map((office) => vacant(office, '2013-09-20')),
    );
    expect(none.firstBreach?.because.en).toContain('nor any that stands in for it');
    expect(none.standIns).toEqual([]);
  });
});

describe('what if, for targets and periods', () => {
  const measured = measuring(ratio, count);
  const now = local('2013-10-10 08:00');
  const met = pass(measured, now, () => reported());
  const subject: Subject = { definition: measured.definition, calendar, now, state: met.state };

  it('targets are met at their date unless they are supposed to be late', () => {
    const projection = projected(subject, {
      kind: 'extension',
      phase: 'third',
      dueOn: '2013-11-05',
    });
    expect(projection.moves.some(({ phase }) => phase?.includes('@') === true)).toBe(false);
  });

  it('a target that is late is measured on that day, and climbs until then', () => {
    const key = 'agencies@2013';
    const projection = projected(subject, { kind: 'late', phase: key, workdays: 4 });
    const moves = projection.moves.filter(({ phase }) => phase === key);
    expect(moves.map(({ kind, rung, after }) => `${rung ?? kind} ${after?.on ?? '-'}`)).toEqual([
      'missed 2014-01-01',
      'urge 2014-01-02',
      'supervise 2014-01-06',
      'closes 2014-01-07',
    ]);
    expect(projection.firstBreach).toMatchObject({ phase: key, responsible: ['beta'] });
  });

  it('a moved start leaves the periods of duties where the calendar has them', () => {
    const at = local('2013-10-08 12:00');
    const state = passTime(inSecondPhase(), at).state;
    const started = passTime(
      { state: { ...state, duties: [{ key: 'posting', next: '2013-10' }] }, events: [] },
      at,
      dutyPlan,
    );
    const projection = projected(
      { definition: dutyPlan, calendar, now: at, state: started.state },
      { kind: 'start', startsOn: '2013-09-20' },
    );
    const due = projection.moves.filter(({ kind }) => kind === 'due').map(({ phase }) => phase);
    expect(due).toContain('second');
    expect(due).not.toContain('posting@2013-10');
  });
});
