/** Reads what a notification about a calendar tells. */
import { z } from 'zod';

const date = z.iso.date();
const rung = z.enum(['urge', 'supervise', 'circulate', 'accountability']);

const publication = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shipped'), version: z.int() }),
  z.object({
    kind: z.literal('notice'),
    version: z.int(),
    year: z.int(),
    number: z.string(),
    title: z.string(),
    amends: z.boolean(),
  }),
  z.object({
    kind: z.literal('override'),
    version: z.int(),
    number: z.string(),
    days: z.array(z.object({ date, off: z.boolean() })),
  }),
]);

export const calendarApplied = z.object({
  published: z.array(publication),
  changes: z.array(
    z.object({
      phase: z.string(),
      round: z.int(),
      dueOnBefore: date,
      dueOnAfter: date,
      dueAt: z.string(),
      why: z.enum(['due-rule', 'rework']),
    }),
  ),
  answers: z.array(
    z.object({
      phase: z.string(),
      round: z.int(),
      rung,
      escalationId: z.string(),
      answerDueOnBefore: date,
      answerDueOnAfter: date,
    }),
  ),
  confirmed: z.array(z.string()),
});
