/** The shape of a definition as zod schemas: one for judging, and a lenient one that reads on past what has the wrong shape. */
import { z } from 'zod';
import type { Definition } from '../domain/definition/types.ts';
import { createBricks, type Mode } from './schema/bricks.ts';
import { dutySchema } from './schema/duties.ts';
import { governanceSchema } from './schema/governance.ts';
import { indicatorSchema } from './schema/indicators.ts';
import { officeSchema, sourceSchema } from './schema/head.ts';
import { ladderSchema, phaseSchema } from './schema/phases.ts';
import { rolloutSchema, unitSetSchema } from './schema/units.ts';

/** What has the wrong shape is refused; unknown members are refused as well. */
export const definitionSchema: z.ZodType<Definition> = createDefinitionSchema('strict');

/** Reads anything; what has the wrong shape becomes a placeholder, so that the rest can still be judged. */
export const lenientDefinitionSchema: z.ZodType<Definition> = createDefinitionSchema('lenient');

function createDefinitionSchema(mode: Mode): z.ZodType<Definition> {
  const bricks = createBricks(mode);
  const { word, number, localised, object, list, either } = bricks;
  return object({
    key: word,
    version: number,
    title: localised,
    source: sourceSchema(bricks),
    zone: word,
    calendar: word,
    startsOn: word,
    offices: list(officeSchema(bricks)),
    owner: word,
    ladder: ladderSchema(bricks),
    rework: object({
      value: number,
      unit: either(z.enum(['hours', 'workdays', 'days']), 'days'),
    }),
    phases: list(phaseSchema(bricks)),
    duties: list(dutySchema(bricks)).exactOptional(),
    unitSets: list(unitSetSchema(bricks)).exactOptional(),
    rollouts: list(rolloutSchema(bricks)).exactOptional(),
    indicators: list(indicatorSchema(bricks)).exactOptional(),
    governance: governanceSchema(bricks).exactOptional(),
    notes: list(object({ about: word, text: localised })),
  });
}
