/** What every benchmark is given. */
import type { Figures } from './figures.ts';
import type { People } from './people.ts';
import type { Raw } from './raw.ts';
import type { Surroundings } from './surroundings.ts';

export interface Scene {
  readonly around: Surroundings;
  readonly people: People;
  readonly figures: Figures;
  /** Started when it is first asked for. */
  readonly raw: () => Promise<Raw>;
  /** Of everything that is counted; less than 1 only to see whether all works. */
  readonly share: number;
}

/** Rounds to measure: more than one unless the figures are not meant to be kept. */
export function roundsOf({ share }: Pick<Scene, 'share'>): number {
  return share < 1 ? 1 : 3;
}

export function scaled(count: number, { share }: Pick<Scene, 'share'>): number {
  return Math.ceil(count * share);
}
