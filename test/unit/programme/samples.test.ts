import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { failedUnits } from '../../../domain/programme/units/rollouts.ts';
import { sampleSize } from '../../../domain/programme/units/inspect.ts';
import { act, clock, holder, ofType, tryAct } from '../../support/given.ts';
import type { Run } from '../../support/given.ts';
import {
  closedFacts,
  DRAW,
  draw,
  HEAD,
  inspect,
  inspection,
  rolledOut,
  withUnits,
} from '../../support/rollout-acts.ts';

const FINISHED = { a: 1, b: 1, c: 1, d: 1, e: 1 };

function drawnIn(run: Run): string {
  const [drawn] = run.state.samples.at(-1)?.units ?? [];
  if (drawn === undefined) throw new Error('nothing was drawn');
  return drawn.unit;
}

function refusalOf(run: Run, closed: Readonly<Record<string, number>>): unknown {
  const decision = tryAct(run.state, DRAW, withUnits({ unitFacts: closedFacts(closed) }));
  return decision.ok ? null : decision.rejection.code;
}

describe('drawing a sample', () => {
  it('can be made again by anyone from what is recorded', () => {
    const [event] = ofType(draw(rolledOut(), FINISHED).events, 'SampleDrawn');
    expect(event?.data).toMatchObject({ sample: 's1', seed: HEAD, from: 5, by: 'person-watch' });
    const { seed = '', candidates = [] } = event?.data ?? {};
    const lots = candidates.map((key) => ({
      key,
      lot: createHash('sha256').update(`${seed}/${key}`).digest('hex'),
    }));
    const [first] = lots.toSorted((x, y) => x.lot.localeCompare(y.lot));
    expect(event?.data.units).toEqual([first?.key]);
  });

  it.each([
    { sharePercent: 20, least: 1, finished: 5, size: 1 },
    { sharePercent: 20, least: 1, finished: 6, size: 2 },
    { sharePercent: 5, least: 3, finished: 10, size: 3 },
    { sharePercent: 100, least: 1, finished: 7, size: 7 },
    { sharePercent: 7, least: 1, finished: 100, size: 7 },
  ])(
    'takes $sharePercent percent, at least $least, of $finished finished: $size',
    ({ sharePercent, least, finished, size }) => {
      const rule = { clause: '6', office: 'watch', sharePercent, least };
      expect(sampleSize(rule, finished)).toBe(size);
    },
  );

  it('leaves out units that have left the set', () => {
    const [event] = ofType(draw(rolledOut(), { a: 1, gone: 1 }).events, 'SampleDrawn');
    expect(event?.data.candidates).toEqual(['a']);
  });

  it('waits until the units of the last draw are inspected', () => {
    const drawn = draw(rolledOut(), FINISHED);
    expect(refusalOf(drawn, FINISHED)).toBe('sample-open');
    const passed = inspect(drawn, inspection(drawnIn(drawn), true));
    expect(refusalOf(passed, FINISHED)).toBeNull();
  });

  it('is not held up by a drawn unit that was reopened', () => {
    const drawn = draw(rolledOut(), FINISHED);
    const { [drawnIn(drawn) as 'a']: _reopened, ...rest } = FINISHED;
    expect(refusalOf(drawn, rest)).toBeNull();
  });

  it('never draws a unit that has passed in its present round', () => {
    const drawn = draw(rolledOut(), { a: 1 });
    const passed = inspect(drawn, inspection('a', true));
    expect(refusalOf(passed, { a: 1 })).toBe('nothing-to-inspect');
    expect(refusalOf(passed, { a: 2 })).toBeNull();
  });

  it('draws a unit that failed only once it has been put right', () => {
    const failed = inspect(draw(rolledOut(), { a: 1 }), inspection('a', false));
    expect(refusalOf(failed, { a: 1 })).toBe('nothing-to-inspect');
    expect(refusalOf(failed, { a: 2 })).toBeNull();
  });

  it('is for the inspecting office alone', () => {
    for (const by of [holder('clerk'), clock]) {
      const options = withUnits({ by, unitFacts: closedFacts(FINISHED) });
      expect(tryAct(rolledOut().state, DRAW, options)).toMatchObject({
        ok: false,
        rejection: { code: 'not-office-holder' },
      });
    }
  });

  it('knows the roll-outs and the phases of the unit programmes', () => {
    const unknown = { ...DRAW, rollout: 'roads' } as typeof DRAW;
    expect(tryAct(rolledOut().state, unknown, withUnits())).toMatchObject({
      ok: false,
      rejection: { code: 'unknown-rollout' },
    });
    const unitFacts = { kind: 'closed', closed: null, headHash: HEAD } as const;
    expect(tryAct(rolledOut().state, DRAW, withUnits({ unitFacts }))).toMatchObject({
      ok: false,
      rejection: { code: 'unknown-phase' },
    });
  });
});

describe('inspecting a unit that was drawn', () => {
  it('keeps a failed unit from counting, in the round that failed', () => {
    const run = inspect(draw(rolledOut(), { a: 1 }), inspection('a', false));
    expect(failedUnits(run.state, 'centres', 'build')).toEqual([
      { unit: 'a', phase: 'build', round: 1 },
    ]);
    expect(failedUnits(run.state, 'centres', null)).toHaveLength(1);
    expect(failedUnits(run.state, 'centres', 'open')).toEqual([]);
  });

  it('lets a failed unit count again when it passes later', () => {
    const failed = inspect(draw(rolledOut(), { a: 1 }), inspection('a', false));
    const passed = inspect(failed, inspection('a', true), { round: 2 });
    expect(failedUnits(passed.state, 'centres', 'build')).toEqual([]);
    expect(passed.state.samples[0]?.units).toEqual([{ unit: 'a', passed: true, round: 2 }]);
  });

  const drawn = draw(rolledOut(), { a: 1 });

  it.each([
    {
      what: 'of a sample that is not there',
      command: inspection('a', true, 's9'),
      code: 'unknown-sample',
    },
    {
      what: 'of a unit that was not drawn',
      command: inspection('b', true),
      code: 'unit-not-drawn',
    },
    {
      what: 'without a word on why it fails',
      command: { ...inspection('a', false), note: ' ' },
      code: 'opinion-required',
    },
    {
      what: 'while the unit is reopened',
      command: inspection('a', true),
      facts: { round: null },
      code: 'unit-not-finished',
    },
    {
      what: 'by who took part in it',
      command: inspection('a', true),
      facts: { tookPart: true },
      code: 'inspector-took-part',
    },
  ])('is refused $what', ({ command, facts, code }) => {
    const unitFacts = { kind: 'inspected', round: 1, tookPart: false, ...facts } as const;
    expect(tryAct(drawn.state, command, withUnits({ unitFacts }))).toMatchObject({
      ok: false,
      rejection: { code },
    });
  });

  it('is not repeated once the unit has passed', () => {
    const passed = inspect(drawn, inspection('a', true));
    const options = withUnits({ unitFacts: { kind: 'inspected', round: 1, tookPart: false } });
    expect(tryAct(passed.state, inspection('a', false), options)).toMatchObject({
      ok: false,
      rejection: { code: 'already-inspected' },
    });
  });

  it('is for the inspecting office alone', () => {
    const by = holder('clerk');
    const unitFacts = { kind: 'inspected', round: 1, tookPart: false } as const;
    expect(tryAct(drawn.state, inspection('a', true), withUnits({ by, unitFacts }))).toMatchObject({
      ok: false,
      rejection: { code: 'not-office-holder' },
    });
    expect(() => act(drawn, inspection('a', true), withUnits({ by, unitFacts }))).toThrow();
  });
});
