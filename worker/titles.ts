/** Titles of definitions for Temporal's pages. */
import type { Localised } from '../domain/definition/types.ts';

export interface TitledDefinition {
  readonly title: Localised;
}

export interface TitleSource {
  get(key: string, version: number): TitledDefinition | undefined;
}

/** A definition that does not ship with this program is named by its key. */
export function createTitles(
  source: TitleSource,
): (definition: { readonly key: string; readonly version: number }) => Localised {
  return ({ key, version }) => source.get(key, version)?.title ?? { zh: key, en: key };
}
