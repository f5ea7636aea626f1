import { describe, expect, it } from '@jest/globals';
import { median, percentile, spreadOf } from '../../../bench/statistics.ts';

const ONE_TO_HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('a percentile', () => {
  it.each([
    [1, 1],
    [50, 50],
    [99, 99],
    [99.5, 100],
    [100, 100],
  ])('%d of 1 to 100 is %d, in whatever order they come', (percent, expected) => {
    expect(percentile(ONE_TO_HUNDRED, percent)).toBe(expected);
  });

  it.each([
    [[7], 1, 7],
    [[7], 99, 7],
    [[3, 1], 50, 1],
    [[3, 1], 51, 3],
    [[10, 2, 9], 99, 10],
  ])('of %j at %d is %d', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });

  it('orders by size, not by text, and leaves the values as they are', () => {
    const values = [10, 9, 100];
    expect(percentile(values, 50)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  it.each([0, -1, 100.1, Number.NaN])('refuses the percentage %d', (percent) => {
    expect(() => percentile([1], percent)).toThrow(RangeError);
  });

  it('refuses to judge nothing', () => {
    expect(() => percentile([], 50)).toThrow(RangeError);
  });
});

describe('the median', () => {
  it.each([
    [[5], 5],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[100, 9], 54.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('refuses to judge nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('the spread', () => {
  it('is the least, the middle and the greatest', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
  });

  it('refuses to judge nothing', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});
