/** The stored content of the notifications of the governance of time. */
import { z } from 'zod';

const office = z.string();
const place = { phase: z.string(), round: z.int(), office };
const date = z.iso.date();
const rung = z.enum(['urge', 'supervise', 'circulate', 'accountability']);
const dates = z.object({ ...place, from: date, to: date });

export const timeContents = [
  z.object({ kind: z.literal('ExtensionRequested'), data: dates }),
  z.object({ kind: z.literal('DeadlineExtended'), data: dates }),
  z.object({ kind: z.literal('ExtensionRefused'), data: z.object({ ...place, dueOn: date }) }),
  z.object({ kind: z.literal('ProgrammeSuspended'), data: z.object({ office, by: z.string() }) }),
  z.object({
    kind: z.literal('ProgrammeResumed'),
    data: z.object({ office, by: z.string(), days: z.int() }),
  }),
  z.object({ kind: z.literal('ClimbStopped'), data: z.object(place) }),
  z.object({
    kind: z.literal('AnswerMissed'),
    data: z.object({
      phase: z.string(),
      round: z.int(),
      rung,
      answerDueOn: date,
      responsible: z.array(z.string()),
    }),
  }),
  z.object({
    kind: z.literal('ReviewRequested'),
    data: z.object({ ...place, rung, dueOn: date }),
  }),
  z.object({
    kind: z.literal('ReviewDecided'),
    data: z.object({ ...place, rung, upheld: z.boolean() }),
  }),
  z.object({
    kind: z.literal('AccountabilityDecided'),
    data: z.object({
      ...place,
      rung,
      measure: z.enum(['none', 'talk', 'criticism', 'discipline-referral']),
    }),
  }),
] as const;
