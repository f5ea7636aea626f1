/** Chance that can be repeated: numbers from a seed that a run prints and can be given. */

export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
}

/** Mulberry32, which is good enough to scatter faults. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { between: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}

/** A number of the environment, or the default when it is not set. */
export function numberFromEnvironment(variable: string, otherwise: number): number {
  const text = process.env[variable] ?? '';
  if (text === '') return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${variable} is not a number`);
  return value;
}
