/** The only way to learn the time outside the pure folders, so that a test can set it. */

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
