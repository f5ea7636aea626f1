/** Units that stand for a set in a rehearsal: as many as the definition says, spread evenly over the wider set. */
import type { Localised } from './localised.ts';
import type { Unit, UnitSetDefinition } from './unit-types.ts';

/** Where a title shows the number; without it the number follows the title. */
const PLACE = '{n}';

/** @param wider the units in which these lie; empty for the widest set */
export function makeUpUnits(set: UnitSetDefinition, wider: readonly Unit[]): readonly Unit[] {
  const { count, title } = set.madeUp;
  const digits = String(count).length;
  return Array.from({ length: count }, (_unit, index) => ({
    key: `${set.key.slice(0, 1)}${String(index + 1).padStart(digits, '0')}`,
    title: numbered(title, index + 1),
    within: wider[Math.floor((index * wider.length) / count)]?.key ?? null,
  }));
}

function numbered({ zh, en }: Localised, number: number): Localised {
  const put = (text: string, space: string): string =>
    text.includes(PLACE)
      ? text.replaceAll(PLACE, String(number))
      : `${text}${space}${String(number)}`;
  return { zh: put(zh, ''), en: put(en, ' ') };
}

/** Sets after the sets that they lie in; the definition was judged to have no circle. */
export function widestFirst(sets: readonly UnitSetDefinition[]): readonly UnitSetDefinition[] {
  const ordered: UnitSetDefinition[] = [];
  for (let rank = sets.filter(({ within }) => within === null); rank.length > 0;) {
    ordered.push(...rank);
    const keys = rank.map(({ key }) => key);
    rank = sets.filter(({ within }) => within !== null && keys.includes(within));
  }
  return ordered;
}

/** Every set of a definition, made up, by its key. */
export function makeUpSets(
  sets: readonly UnitSetDefinition[],
): Readonly<Record<string, readonly Unit[]>> {
  const made = new Map<string, readonly Unit[]>();
  for (const set of widestFirst(sets)) {
    made.set(set.key, makeUpUnits(set, set.within === null ? [] : (made.get(set.within) ?? [])));
  }
  return Object.fromEntries(made);
}
