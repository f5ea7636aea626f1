/** Who is told of a rung: the responsible offices, some levels of their superiors, and named offices. */
import { superiorsOf } from '../authority/holding.ts';
import type { Definition, RungAudience } from '../definition/types.ts';

/** The offices of the audience, each once. */
export function audienceOf(
  audience: RungAudience,
  responsible: readonly string[],
  definition: Definition,
): readonly string[] {
  const told = [
    ...(audience.responsible ? responsible : []),
    ...superiorsOf(definition, responsible, audience.superiorLevels),
    ...audience.offices,
  ];
  return [...new Set(told)];
}
