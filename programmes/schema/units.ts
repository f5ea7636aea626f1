/** The shape of unit sets and roll-outs. */
import { z } from 'zod';
import type { RolloutDefinition, UnitSetDefinition } from '../../domain/definition/unit-types.ts';
import { SHORT_LENGTH, type Bricks } from './bricks.ts';

export function unitSetSchema({
  word,
  number,
  localised,
  object,
  either,
}: Bricks): z.ZodType<UnitSetDefinition> {
  return object({
    key: word,
    title: localised,
    within: either(z.string().max(SHORT_LENGTH).nullable(), null),
    madeUp: object({ count: number, title: localised }),
  });
}

export function rolloutSchema({
  word,
  number,
  localised,
  object,
}: Bricks): z.ZodType<RolloutDefinition> {
  return object({
    key: word,
    title: localised,
    clause: word,
    unitSet: word,
    definition: object({ key: word, version: number }),
    inspection: object({
      clause: word,
      office: word,
      sharePercent: number,
      least: number,
    }).exactOptional(),
  });
}
