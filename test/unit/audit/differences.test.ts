/** Differences between two values: leaves, names of elements, what comes and goes, and the bound. */
import { describe, expect, it } from '@jest/globals';
import { findDifferences } from '../../../domain/audit/differences.ts';

describe('the differences of two values', () => {
  it('are none between equal ones', () => {
    const value = { a: [1, { b: null }], c: 'text' };
    expect(findDifferences(value, structuredClone(value), 10)).toEqual({
      differences: [],
      more: false,
    });
  });

  it('are leaves, with JSON pointers, in the order of the keys', () => {
    const before = { b: 1, a: { 'x/y': true, same: 0 }, gone: 'x' };
    const after = { a: { 'x/y': false, same: 0 }, b: null };
    expect(findDifferences(before, after, 10).differences).toEqual([
      { path: '/a/x~1y', place: ['a', 'x/y'], before: true, after: false },
      { path: '/b', place: ['b'], before: 1, after: null },
      { path: '/gone', place: ['gone'], before: 'x' },
    ]);
  });

  it('know the elements of a list by their names, wherever they stand', () => {
    const before = [
      { key: 'survey', round: 1 },
      { key: 'analysis', round: 1 },
    ];
    const after = [
      { key: 'analysis', round: 1 },
      { key: 'survey', round: 2 },
    ];
    expect(findDifferences({ phases: before }, { phases: after }, 10).differences).toEqual([
      { path: '/phases/1/round', place: ['phases', 'survey', 'round'], before: 1, after: 2 },
    ]);
  });

  it('take elements without names, or with a name twice, by their number', () => {
    expect(findDifferences([5], [5, 2], 10).differences).toEqual([
      { path: '/1', place: ['1'], after: 2 },
    ]);
    const twice = [{ key: 'a' }, { key: 'a' }];
    expect(findDifferences(twice, [...twice, { key: 'b' }], 10).differences).toEqual([
      { path: '/2/key', place: ['2', 'key'], after: 'b' },
    ]);
  });

  it('list what comes and what goes leaf by leaf, empty things included', () => {
    const vote = { office: 'mayor', decision: 'approve', marks: [] };
    expect(findDifferences({ votes: [] }, { votes: [vote] }, 10).differences).toEqual([
      { path: '/votes/0/decision', place: ['votes', 'mayor', 'decision'], after: 'approve' },
      { path: '/votes/0/marks', place: ['votes', 'mayor', 'marks'], after: [] },
      { path: '/votes/0/office', place: ['votes', 'mayor', 'office'], after: 'mayor' },
    ]);
    expect(findDifferences({ votes: [vote] }, { votes: [] }, 10).differences).toHaveLength(3);
    expect(findDifferences(undefined, {}, 10).differences).toEqual([
      { path: '', place: [], after: {} },
    ]);
  });

  it('give a value of another kind as a whole', () => {
    expect(findDifferences({ move: null }, { move: { version: 2 } }, 10).differences).toEqual([
      { path: '/move', place: ['move'], before: null, after: { version: 2 } },
    ]);
  });

  it('stop at the bound and say that there are more', () => {
    const { differences, more } = findDifferences([], [1, 2, 3], 2);
    expect(differences).toHaveLength(2);
    expect(more).toBe(true);
    expect(findDifferences([], [1, 2], 2).more).toBe(false);
  });
});
