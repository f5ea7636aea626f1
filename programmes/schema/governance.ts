/** The shape of the governance of time. */
import type { z } from 'zod';
import type { Governance } from '../../domain/definition/governance-types.ts';
import type { Bricks } from './bricks.ts';

export function governanceSchema({ word, number, object }: Bricks): z.ZodType<Governance> {
  const decidedBy = object({ decidedBy: word });
  return object({
    extensions: object({ decidedBy: word, otherwise: word, most: number }).exactOptional(),
    suspension: decidedBy.exactOptional(),
    goodCause: decidedBy.exactOptional(),
    reviews: object({ decidedBy: word, withinWorkdays: number }).exactOptional(),
    accountability: decidedBy.exactOptional(),
    urging: object({ coolDownHours: number }).exactOptional(),
  });
}
