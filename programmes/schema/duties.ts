/** The shape of duties. */
import { z } from 'zod';
import type { DutyDefinition, DutyInterval } from '../../domain/definition/duty-types.ts';
import type { Bricks } from './bricks.ts';
import { deliverableSchema, dueRuleSchema, ladderSchema, stepsSchema } from './phases.ts';

export function dutySchema(bricks: Bricks): z.ZodType<DutyDefinition> {
  const { word, number, localised, object, list, either } = bricks;
  const dayOfPeriod = object({ month: number, day: number });
  return object({
    key: word,
    title: localised,
    clause: word,
    every: intervalSchema(bricks),
    from: word,
    until: either(z.string().max(10).nullable(), null),
    opens: dayOfPeriod,
    due: dayOfPeriod,
    deliverables: list(deliverableSchema(bricks)),
    steps: stepsSchema(bricks),
    dueRule: dueRuleSchema(bricks).exactOptional(),
    ladder: ladderSchema(bricks).exactOptional(),
  });
}

export function intervalSchema({ either }: Bricks): z.ZodType<DutyInterval> {
  return either(z.enum(['month', 'quarter', 'half-year', 'year']), 'month');
}
