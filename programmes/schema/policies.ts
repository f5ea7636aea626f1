/** The shape of sign-off policies. */
import { z } from 'zod';
import type { Policy } from '../../domain/definition/policy.ts';
import type { Bricks } from './bricks.ts';

export function policySchema(bricks: Bricks): z.ZodType<Policy> {
  const { word, number, list, either } = bricks;
  const part: z.ZodType<Policy> = z.lazy(() => policy);
  const of = list(part);
  const share = {
    rule: either(z.enum(['at-least', 'more-than']), 'at-least'),
    numerator: number,
    denominator: number,
  };
  const member = <S extends z.ZodRawShape>(shape: S): z.ZodObject<S> =>
    bricks.mode === 'strict' ? z.strictObject(shape) : z.object(shape);
  const union = z.discriminatedUnion('kind', [
    member({ kind: z.literal('office'), office: word }),
    member({ kind: z.literal('sequence'), of }),
    member({ kind: z.literal('all'), of }),
    member({ kind: z.literal('any'), of }),
    member({ kind: z.literal('atLeast'), count: number, of }),
    member({
      kind: z.literal('body'),
      office: word,
      title: bricks.localised,
      ballot: either(z.enum(['secret', 'named']), 'named'),
      quorum: bricks.object(share),
      majority: bricks.object({
        ...share,
        of: either(z.enum(['eligible', 'present', 'votes']), 'eligible'),
      }),
    }),
    member({ kind: z.literal('veto'), by: list(word), of: part }),
  ]);
  const policy: z.ZodType<Policy> = either(union, { kind: 'office', office: '' });
  return policy;
}
