import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../domain/programme/evolve.ts';
import { brokenInvariants } from '../../domain/programme/invariants.ts';
import type { MeasurementFacts } from '../../domain/programme/facts.ts';
import { local } from '../support/acts.ts';
import { holder, ofType } from '../support/given.ts';
import {
  measuring,
  pass,
  perform,
  ratio,
  reported,
  villages,
  type MeasuredRun,
} from '../support/indicator-plan.ts';

/** What each village has reported by the time of a measurement: nothing, or so many of a hundred. */
const values = fc
  .array(fc.option(fc.nat(100), { nil: null }), { minLength: 5, maxLength: 5 })
  .map((numbers): MeasurementFacts => {
    const found = villages.flatMap(({ key }, index) => {
      const number = numbers[index] ?? null;
      return number === null ? [] : [[key, number, 100] as const];
    });
    return reported(...found);
  });

const histories = fc.record({
  facts: fc.array(values, { minLength: 1, maxLength: 8 }),
  askedAfterDays: fc.option(fc.integer({ min: 0, max: 130 }), { nil: null }),
});

function isEnough(facts: MeasurementFacts): boolean {
  if (facts.source !== 'reported') return false;
  const sum = facts.values.reduce((all, { numerator }) => all + numerator, 0);
  return facts.values.length === villages.length && sum >= 400;
}

function play(history: {
  readonly facts: readonly MeasurementFacts[];
  readonly askedAfterDays: number | null;
}): { readonly run: MeasuredRun; readonly seen: readonly MeasurementFacts[] } {
  const seen: MeasurementFacts[] = [];
  const next = (): MeasurementFacts => {
    const facts = history.facts[seen.length % history.facts.length] ?? reported();
    seen.push(facts);
    return facts;
  };
  const factsOf: Parameters<typeof pass>[2] = (moment) =>
    moment.kind === 'measure' ? next() : undefined;
  const asked = new Date(
    Date.parse(local('2013-09-15 12:00')) + (history.askedAfterDays ?? 0) * 86_400_000,
  ).toISOString();
  let run = pass(measuring(ratio), asked, factsOf);
  const isOpen = run.state.phases.some(
    ({ key, status }) => key === 'coverage@2013' && status === 'open',
  );
  if (history.askedAfterDays !== null && isOpen) {
    const command = { type: 'MeasureIndicator', indicator: 'coverage', target: '2013' } as const;
    run = perform(run, command, { by: holder('alpha'), at: asked, facts: next() });
  }
  return { run: pass(run, local('2014-03-01 00:00'), factsOf), seen };
}

describe('any values, measured whenever', () => {
  it('close a target if and only if one measurement at or after its date finds it met', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { run, seen } = play(history);
        const measured = ofType(run.events, 'IndicatorMeasured');
        expect(measured.map(({ data }) => data.met)).toEqual(seen.map(isEnough));
        const decisive = measured.filter(
          ({ at, data }) =>
            data.met && at >= local('2014-01-01 00:00') && !data.occasion.startsWith('pace-'),
        );
        const closed = ofType(run.events, 'PhaseClosed').filter(
          ({ data }) => data.phase === 'coverage@2013',
        );
        expect(closed).toHaveLength(decisive.length === 0 ? 0 : 1);
        expect(closed[0]?.at).toBe(decisive[0]?.at);
        expect(brokenInvariants(run.state, run.definition)).toEqual([]);
        expect(fold(run.events)).toEqual(run.state);
        expect(JSON.parse(JSON.stringify(run.state))).toEqual(run.state);
      }),
      { numRuns: 50 },
    );
  });

  it('raise each rung once and in order, and none after the target is met', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { run } = play(history);
        const own = run.events.filter(
          ({ data }) => 'phase' in data && data.phase === 'coverage@2013',
        );
        const rungs = ofType(own, 'EscalationRaised').map(({ data }) => data.rung);
        const all = ['urge', 'supervise', 'circulate', 'accountability'];
        expect(rungs).toEqual(all.slice(0, rungs.length));
        const closedAt = own.findIndex(({ type }) => type === 'PhaseClosed');
        if (closedAt >= 0) expect(own).toHaveLength(closedAt + 1);
      }),
      { numRuns: 50 },
    );
  });
});
