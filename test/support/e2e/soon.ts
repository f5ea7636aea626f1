/** Expecting of a page what it comes to show: a page that has just been acted on may still show what was there before. */
import { expect } from '@jest/globals';
import { until } from '../until.ts';

const PATIENCE_MS = 20_000;

/** Reads until it equals what is expected, by the rules of `toEqual`; rejects with the last difference. */
export async function soon<Read>(read: () => Promise<Read>, expected: unknown): Promise<void> {
  const isShown = async (): Promise<boolean> => {
    expect(await read()).toEqual(expected);
    return true;
  };
  await until('the page shows it', isShown, PATIENCE_MS);
}
