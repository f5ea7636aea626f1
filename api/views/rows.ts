/** What the views need besides state and definition: opinions, contents and names, as the read models give them. */
import type { Localised } from '../../domain/definition/types.ts';
import type { CheckResult, DecisionKind } from '../../domain/programme/state.ts';

export interface PersonName {
  readonly id: string;
  readonly name: Localised;
}

/** Names by person id. */
export type Names = ReadonlyMap<string, Localised>;

/** What an office said in a step of a round. */
export interface DecisionRow {
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly decision: DecisionKind;
  readonly opinion: string | null;
  readonly by: string;
  readonly at: string;
}

/** What was handed in for a deliverable in a round. */
export interface ContentRow {
  readonly phase: string;
  readonly key: string;
  readonly round: number;
  readonly note: string | null;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
  readonly by: string | null;
  readonly at: string | null;
  readonly contentHash: string | null;
  readonly check: CheckResult | null;
}

/** A person of whom nothing is known any more still shows as an id. */
export function personRef(id: string, names: Names): PersonName {
  return { id, name: names.get(id) ?? { zh: id, en: id } };
}
