import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawFrom } from '../../domain/audit/draw.ts';
import { makeUpUnits } from '../../domain/definition/made-up-units.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { evolve, fold } from '../../domain/programme/evolve.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { unitsOfSet } from '../../domain/programme/units/rollouts.ts';
import { holder, tryAct, type ActOptions, type Run } from '../support/given.ts';
import {
  aligned,
  alignment,
  closedFacts,
  DRAW,
  rolledOut,
  unit,
  withUnits,
} from '../support/rollout-acts.ts';

interface Attempt {
  readonly command: ProgrammeCommand | 'align';
  readonly options: Partial<ActOptions>;
}

const byClerk = { by: holder('clerk') };
const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'north', 'south', 'west');
const communities = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']);

const changing = fc
  .record({
    set: fc.constantFrom('communities', 'communities', 'towns', 'stations'),
    add: fc.array(fc.tuple(keys, fc.constantFrom('north', 'south', 'west', null)), {
      maxLength: 2,
    }),
    remove: fc.array(keys, { maxLength: 2 }),
  })
  .map(({ set, add, remove }): Attempt => ({
    command: {
      type: 'ChangeUnits',
      set,
      add: add.map(([key, within]) => unit(key, within)),
      remove,
      reason: 'because',
    },
    options: byClerk,
  }));

const drawing = fc
  .tuple(communities, fc.integer({ min: 1, max: 3 }))
  .map(([closed, round]): Attempt => ({
    command: DRAW,
    options: { unitFacts: closedFacts(Object.fromEntries(closed.map((key) => [key, round]))) },
  }));

const inspecting = fc
  .record({
    sample: fc.constantFrom('s1', 's2', 's3'),
    unit: keys,
    passed: fc.boolean(),
    round: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    tookPart: fc.boolean(),
  })
  .map(({ round, tookPart, ...inspected }): Attempt => ({
    command: { type: 'RecordInspection', note: 'seen', ...inspected },
    options: { unitFacts: { kind: 'inspected', round, tookPart } },
  }));

const attempts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: changing },
    { weight: 3, arbitrary: drawing },
    { weight: 6, arbitrary: inspecting },
    { weight: 1, arbitrary: fc.constant<Attempt>({ command: 'align', options: {} }) },
  ),
  { maxLength: 40 },
);

function broken(state: ProgrammeState): readonly string[] {
  const faults: string[] = [];
  for (const { key, units, gone } of state.unitSets) {
    const present = units.map((one) => one.key);
    if (new Set(present).size < present.length) faults.push(`${key} has a unit twice`);
    if (present.some((one) => gone.includes(one))) faults.push(`${key} took a unit back`);
    if (units.length === 0) faults.push(`${key} is empty`);
  }
  const towns = new Set(unitsOfSet(state, 'towns').map(({ key }) => key));
  const isPlaced = unitsOfSet(state, 'communities').every(({ within }) => towns.has(within ?? ''));
  if (!isPlaced) faults.push('a community lies nowhere');
  for (const { sample, units } of state.samples) {
    if (units.length === 0) faults.push(`${sample} is empty`);
    if (units.some(({ passed, round }) => (passed === null) !== (round === 0))) {
      faults.push(`${sample} has a result without a round`);
    }
  }
  return faults;
}

describe('a crowd at the units', () => {
  it('never leaves a set or a sample broken, and the state is the fold of its events', () => {
    fc.assert(
      fc.property(attempts, (crowd) => {
        let run: Run = rolledOut();
        for (const { command, options } of crowd) {
          const count = unitsOfSet(run.state, 'communities').length;
          if (command === 'align') {
            if (alignment(run) !== null) run = aligned(run);
            expect(alignment(run)).toBeNull();
            continue;
          }
          const decision = tryAct(run.state, command, withUnits(options));
          if (!decision.ok) continue;
          const before = run.state;
          const state = decision.events.reduce<ProgrammeState>(
            (folded, event) => evolve(folded, event, folded.position + 1),
            before,
          );
          run = { state, events: [...run.events, ...decision.events] };
          expect(broken(state)).toEqual([]);
          for (const event of decision.events) {
            if (event.type !== 'UnitsChanged' || event.data.set !== 'communities') continue;
            expect(event.data.before).toBe(count);
            expect(event.data.after).toBe(unitsOfSet(state, 'communities').length);
            expect(alignment(run)).not.toBeNull();
          }
        }
        expect(fold(run.events)).toEqual(run.state);
        expect(JSON.parse(JSON.stringify(run.state))).toEqual(run.state);
      }),
    );
  });
});

describe('a draw', () => {
  it('picks so many of the keys, each once, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 }),
        fc.nat(50),
        fc.string(),
        (all, count, seed) => {
          const drawn = drawFrom(seed, all, count);
          expect(drawn).toHaveLength(Math.min(count, all.length));
          expect(new Set(drawn).size).toBe(drawn.length);
          expect(drawn.every((key) => all.includes(key))).toBe(true);
          expect(drawFrom(seed, all.toReversed(), count)).toEqual(drawn);
        },
      ),
    );
  });

  it('gives every key its turn over many seeds', () => {
    const all = ['a', 'b', 'c', 'd', 'e'];
    const picked = Array.from({ length: 200 }, (_draw, seed) => drawFrom(String(seed), all, 1)[0]);
    expect(new Set(picked)).toEqual(new Set(all));
  });
});

describe('units that are made up', () => {
  it('have keys of their own and fill the wider units evenly, none differing by more than one', () => {
    const count = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 60 }), (inner, outer) => {
        const set = (key: string, madeUp: number) => ({
          key,
          title: { zh: key, en: key },
          within: null,
          madeUp: { count: madeUp, title: { zh: key, en: key } },
        });
        const wider = makeUpUnits(set('towns', outer), []);
        const units = makeUpUnits(set('communities', inner), wider);
        expect(new Set(units.map(({ key }) => key)).size).toBe(inner);
        const sizes = wider.map(({ key }) => units.filter((one) => one.within === key).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(inner);
      }),
      { numRuns: 40 },
    );
  });
});
