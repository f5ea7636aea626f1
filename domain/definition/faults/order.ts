/** Faults of what the phases wait for: circles, and phases that can therefore never open. */
import { shown, type Fault } from '../fault.ts';
import type { PhaseDefinition } from '../types.ts';
import { definitionFault } from './messages.ts';

export function orderFaults(phases: readonly PhaseDefinition[]): readonly Fault[] {
  const reachable = reachableOf(phases);
  return phases.flatMap(({ key, after }, index) => {
    if (reachable.has(key)) return [];
    const circle = circleOf(key, phases);
    const faults = [definitionFault(`/phases/${index}`, 'phase-unreachable', shown(key))];
    if (circle !== null) {
      const towards = Math.max(0, after.indexOf(circle[1] ?? key));
      faults.unshift(
        definitionFault(
          `/phases/${index}/after/${towards}`,
          'after-cycle',
          circle.map(shown).join(' → '),
        ),
      );
    }
    return faults;
  });
}

/** Keys of the phases that open once everything before them is closed. */
function reachableOf(phases: readonly PhaseDefinition[]): ReadonlySet<string> {
  const reachable = new Set<string>();
  let found = -1;
  while (found !== reachable.size) {
    found = reachable.size;
    for (const { key, after } of phases) {
      if (after.every((before) => reachable.has(before))) reachable.add(key);
    }
  }
  return reachable;
}

/** The shortest way from the phase over what it waits for back to itself; null when there is none. */
function circleOf(start: string, phases: readonly PhaseDefinition[]): readonly string[] | null {
  const afterOf = new Map(phases.map(({ key, after }) => [key, after]));
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer = ways.flatMap((way) =>
      (afterOf.get(way.at(-1) ?? start) ?? []).map((before) => [...way, before]),
    );
    const circle = longer.find((way) => way.at(-1) === start);
    if (circle !== undefined) return circle;
    ways = longer.filter((way) => {
      const end = way.at(-1) ?? start;
      if (seen.has(end)) return false;
      seen.add(end);
      return true;
    });
  }
  return null;
}
