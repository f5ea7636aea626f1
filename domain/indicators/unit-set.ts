/** The units on which an indicator stands. */
import type { IndicatorDefinition } from '../definition/indicator-types.ts';
import type { Definition } from '../definition/types.ts';
import type { Unit } from '../definition/unit-types.ts';

/** Key of the set; null where one value stands for the whole programme. */
export function unitSetOf(
  { rollouts }: Pick<Definition, 'rollouts'>,
  source: IndicatorDefinition['source'],
): string | null {
  if (source.kind === 'reported') return source.unitSet;
  return rollouts?.find(({ key }) => key === source.rollout)?.unitSet ?? null;
}

/** The frozen units; null where one value stands for the whole programme. */
export function unitsOfIndicator(
  unitSets: readonly { readonly key: string; readonly units: readonly Unit[] }[],
  definition: Pick<Definition, 'rollouts'>,
  { source }: IndicatorDefinition,
): readonly Unit[] | null {
  const set = unitSetOf(definition, source);
  if (set === null) return null;
  return unitSets.find(({ key }) => key === set)?.units ?? [];
}
