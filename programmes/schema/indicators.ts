/** The shape of indicators and their targets. */
import { z } from 'zod';
import type {
  IndicatorDefinition,
  IndicatorSource,
  TargetDefinition,
} from '../../domain/definition/indicator-types.ts';
import { SHORT_LENGTH, type Bricks } from './bricks.ts';
import { intervalSchema } from './duties.ts';
import { ladderSchema } from './phases.ts';

export function indicatorSchema(bricks: Bricks): z.ZodType<IndicatorDefinition> {
  const { word, localised, object, list, either } = bricks;
  return object({
    key: word,
    title: localised,
    clause: word,
    unit: either(z.enum(['percent', 'count', 'per-10000', 'hours']), 'percent'),
    comparator: either(
      z.enum(['at-least', 'at-most', 'more-than', 'less-than', 'equal-to']),
      'at-least',
    ),
    source: sourceSchema(bricks),
    office: word,
    targets: list(targetSchema(bricks)),
    ladder: ladderSchema(bricks).exactOptional(),
  });
}

function sourceSchema(bricks: Bricks): z.ZodType<IndicatorSource> {
  const { word, either } = bricks;
  const nullableWord = either(z.string().max(SHORT_LENGTH).nullable(), null);
  const member = <S extends z.ZodRawShape>(shape: S): z.ZodObject<S> =>
    bricks.mode === 'strict' ? z.strictObject(shape) : z.object(shape);
  const union = z.discriminatedUnion('kind', [
    member({
      kind: z.literal('reported'),
      unitSet: nullableWord,
      rollUp: either(z.enum(['ratio', 'sum', 'each-unit']), 'ratio'),
    }),
    member({
      kind: z.literal('units'),
      rollout: word,
      phase: nullableWord,
      each: z.literal('group').exactOptional(),
    }),
  ]);
  return either(union, { kind: 'reported', unitSet: null, rollUp: 'ratio' });
}

function targetSchema(bricks: Bricks): z.ZodType<TargetDefinition> {
  const { word, number, object, either } = bricks;
  return object({
    key: word,
    value: number,
    on: word,
    from: word,
    counting: either(z.enum(['total', 'within']), 'total').exactOptional(),
    pace: intervalSchema(bricks).exactOptional(),
  });
}
