/** Who holds what, and who is told: questions about offices asked of plain data. */
import type { Actor, DecideContext } from '../programme/commands.ts';
import type { Definition } from '../definition/types.ts';
import type { Recipient } from '../programme/events.ts';

export function holdsOffice(actor: Actor, office: string): boolean {
  return actor.kind === 'person' && actor.offices.includes(office);
}

/** One recipient per holder; an office without a holder stands with `person: null`, so that the gap shows. */
export function recipientsOf(
  offices: readonly string[],
  holders: DecideContext['holders'],
): readonly Recipient[] {
  return offices.flatMap((office): readonly Recipient[] => {
    const persons = holders[office] ?? [];
    return persons.length === 0
      ? [{ office, person: null }]
      : persons.map((person) => ({ office, person }));
  });
}

/** The superiors of `offices`, nearest first, up to `levels` steps up. */
export function superiorsOf(
  definition: Definition,
  offices: readonly string[],
  levels: number,
): readonly string[] {
  const found: string[] = [];
  let rank = [...offices];
  for (let level = 0; level < levels && rank.length > 0; level += 1) {
    rank = rank.flatMap((key) => superiorOf(definition, key)).filter((key) => !found.includes(key));
    found.push(...rank);
  }
  return [...new Set(found)];
}

function superiorOf(definition: Definition, office: string): readonly string[] {
  const superior = definition.offices.find(({ key }) => key === office)?.reportsTo;
  return superior === undefined || superior === null ? [] : [superior];
}
