/** What the views need besides state and definition: opinions, contents and names, as the read models give them. */
import type { Localised } from '../../domain/definition/types.ts';

export type { ContentRow, DecisionRow } from '../reads.ts';

export interface PersonName {
  readonly id: string;
  readonly name: Localised;
}

/** Names by person id. */
export type Names = ReadonlyMap<string, Localised>;

/** A person of whom nothing is known any more still shows as an id. */
export function personRef(id: string, names: Names): PersonName {
  return { id, name: names.get(id) ?? { zh: id, en: id } };
}
