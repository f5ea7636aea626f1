/** Values of indicators as exact fractions: 79.96 % is never taken for 80 %. */
import type { Comparator } from '../definition/indicator-types.ts';

/** Beyond it a number of four decimals has no exact place among the numbers of JSON. */
export const MOST_VALUE = 100_000_000_000;

/** Numbers have four decimals at most. */
const SCALE = 10_000;
const HUNDREDTHS = 100n;

/** The denominator is more than zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Whether a number can be reckoned with: finite, not below zero, not too large, four decimals at most. */
export function isReckonable(value: number): boolean {
  return value >= 0 && value <= MOST_VALUE && Math.round(value * SCALE) / SCALE === value;
}

export function fractionOf(value: number): Fraction {
  return { numerator: scaled(value), denominator: BigInt(SCALE) };
}

/** Null where the denominator is zero. */
export function quotient(numerator: number, denominator: number): Fraction | null {
  if (denominator <= 0) return null;
  return { numerator: scaled(numerator), denominator: scaled(denominator) };
}

export function product(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.numerator,
    denominator: a.denominator * b.denominator,
  };
}

export function times(a: Fraction, factor: number): Fraction {
  return { ...a, numerator: a.numerator * BigInt(factor) };
}

/** The part before the decimal point. */
export function wholeOf(value: Fraction): Fraction {
  return { numerator: value.numerator / value.denominator, denominator: 1n };
}

/** Adds without the drift of binary fractions. */
export function sumOf(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + scaled(value), 0n)) / SCALE;
}

/** Whether `value` satisfies the comparator against `required`. */
export function satisfies(value: Fraction, comparator: Comparator, required: Fraction): boolean {
  const left = value.numerator * required.denominator;
  const right = required.numerator * value.denominator;
  switch (comparator) {
    case 'at-least':
      return left >= right;
    case 'more-than':
      return left > right;
    case 'at-most':
      return left <= right;
    case 'less-than':
      return left < right;
    case 'equal-to':
      return left === right;
  }
}

/** Two decimals, cut off: what falls short never looks as if it did not. */
export function decimal(value: Fraction): number {
  return Number((value.numerator * HUNDREDTHS) / value.denominator) / Number(HUNDREDTHS);
}

function scaled(value: number): bigint {
  return BigInt(Math.round(value * SCALE));
}
