/** The scenarios of Langxia come out on paper as they say, and a faulty scenario is refused. */
import { describe, expect, test } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import { localDateOf } from '../../../domain/calendar/dates.ts';
import { simulate } from '../../../domain/planning/simulate.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { DEFAULT_SCENARIO, loadScenarios, parseScenario } from '../../../programmes/scenario.ts';
import { landDefinition } from '../../support/chains.ts';
import { dutyPlan } from '../../support/duty-plan.ts';

const definition = requireLangxia();
const COUNTS = { eligible: 33, present: 30, inFavour: 15, against: 15, abstained: 0 };
const meeting = (changes: object = {}): object => ({
  kind: 'ballot',
  phase: 'land-resolve',
  step: 'resolve',
  ballot: COUNTS,
  ...changes,
});
const scenarios = loadScenarios('langxia-transition');

function requireLangxia(): NonNullable<ReturnType<ReturnType<typeof createCatalogue>['latest']>> {
  const found = createCatalogue().latest('langxia-transition');
  if (found === undefined) throw new Error('Langxia does not ship');
  return found;
}

test('there are four, the default among them', () => {
  expect(scenarios.map(({ key }) => key)).toEqual([
    'finance-late',
    'mayor-returns',
    'on-time',
    'story',
  ]);
  expect(scenarios.map(({ key }) => key)).toContain(DEFAULT_SCENARIO);
  expect(loadScenarios('no-such-plan')).toEqual([]);
});

describe.each(scenarios)('$key', (scenario) => {
  const { events, stoppedBy } = simulate({
    definition,
    calendar: CN_PUBLIC,
    startsOn: definition.startsOn,
    conduct: scenario,
  });

  test('comes out on paper as it says', () => {
    const dateOf = (at: string): string => localDateOf(at, definition.zone);
    expect(stoppedBy).toBeNull();
    expect({
      completesOn: events
        .flatMap((event) => (event.type === 'ProgrammeCompleted' ? [dateOf(event.at)] : []))
        .join(),
      missed: events.flatMap((event) =>
        event.type === 'DeadlineMissed' ? [event.data.phase] : [],
      ),
      rungs: events.flatMap((event) =>
        event.type === 'EscalationRaised'
          ? [{ phase: event.data.phase, rung: event.data.rung, on: dateOf(event.at) }]
          : [],
      ),
      returns: events.filter(({ type }) => type === 'PhaseReturned').length,
      reminders: events.filter(({ type }) => type === 'DeadlineReminded').length,
    }).toEqual(scenario.expects);
  });
});

describe('a faulty scenario', () => {
  const late = { kind: 'late', phase: 'staffing', office: 'finance-office', workdaysLate: 4 };
  const back = {
    kind: 'return',
    phase: 'registration',
    round: 1,
    office: 'mayor',
    returnTo: 'rules',
    opinion: 'no',
  };
  const scenario = (exceptions: readonly unknown[], expects: object = {}): unknown => ({
    key: 'x',
    title: { zh: '例', en: 'example' },
    exceptions,
    expects: { missed: [], rungs: [], returns: 0, ...expects },
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    ['none', scenario([late, back]), []],
    ['unknown phase', scenario([{ ...late, phase: 'x' }]), ['/exceptions/0/phase phase-unknown']],
    [
      'unknown office',
      scenario([{ ...late, office: 'x' }]),
      ['/exceptions/0/office office-not-signing'],
    ],
    [
      'office that does not sign',
      scenario([late, { ...back, office: 'labour-office' }]),
      ['/exceptions/1/office office-not-signing'],
    ],
    [
      'return to a later phase',
      scenario([{ ...back, returnTo: 'archive' }]),
      ['/exceptions/0/returnTo phase-unknown'],
    ],
    ['return to itself', scenario([{ ...back, returnTo: 'registration' }]), []],
    [
      'not late at all',
      scenario([{ ...late, workdaysLate: 0 }]),
      ['/exceptions/0/workdaysLate too-small'],
    ],
    ['unknown kind', scenario([{ ...late, kind: 'early' }]), ['/exceptions/0/kind invalid-union']],
    [
      'expecting unknown phases',
      scenario([], { missed: ['x'], rungs: [{ phase: 'y', rung: 'urge', on: '2013-11-01' }] }),
      ['/expects/missed/0 phase-unknown', '/expects/rungs/0/phase phase-unknown'],
    ],
    [
      'expecting no date',
      scenario([], { completesOn: '2013-11-31' }),
      ['/expects/completesOn custom'],
    ],
    [
      'a meeting of nobody',
      scenario([meeting({ phase: 'staffing', step: 'x' })]),
      ['/exceptions/0/step body-unknown'],
    ],
    ['nothing', null, [' invalid-type']],
  ])('%s', (_what, json, faults) => {
    const parsed = parseScenario(json, definition);
    const found = parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(found).toEqual(faults);
  });
});

describe('a scenario of a plan with duties', () => {
  const scenario = (exceptions: readonly unknown[], lapsed: readonly string[]): unknown => ({
    key: 'x',
    title: { zh: '例', en: 'example' },
    exceptions,
    expects: { missed: ['posting@2013-10'], rungs: [], returns: 0, lapsed },
  });
  const late = { kind: 'late', phase: 'posting@2013-10', office: 'clerk', workdaysLate: 40 };

  test('names a period as a phase, and an office that only hands in', () => {
    expect(parseScenario(scenario([late], ['posting@2013-10']), dutyPlan)).toMatchObject({
      ok: true,
    });
  });

  test('is refused for a period that no duty has', () => {
    const json = scenario([{ ...late, phase: 'posting@2013' }], ['posting@2013-q1']);
    const parsed = parseScenario(json, dutyPlan);
    const found = parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(found).toEqual(['/exceptions/0/phase phase-unknown', '/expects/lapsed/0 phase-unknown']);
  });
});

describe('a meeting in a scenario', () => {
  const land = landDefinition();
  const found = (exception: object): readonly string[] => {
    const json = {
      ...{ key: 'x', title: { zh: '例', en: 'example' }, exceptions: [exception] },
      expects: { missed: [], rungs: [], returns: 0 },
    };
    const parsed = parseScenario(json, land);
    return parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  };

  test.each<readonly [string, object, readonly string[]]>([
    ['that fails may be played', {}, []],
    [
      'must be of a body',
      { phase: 'land-propose', step: 'propose' },
      ['/exceptions/0/step body-unknown'],
    ],
    ['must be of the phase', { step: 'x' }, ['/exceptions/0/step body-unknown']],
    [
      'must have counts that fit',
      { ballot: { ...COUNTS, present: 99 } },
      ['/exceptions/0/ballot ballot-counts-invalid'],
    ],
    [
      'must have names where the vote is named',
      { phase: 'land-confer', step: 'confer' },
      ['/exceptions/0/ballot ballot-voters-disagree'],
    ],
  ])('%s', (_what, changes, faults) => {
    expect(found(meeting(changes))).toEqual(faults);
  });
});
