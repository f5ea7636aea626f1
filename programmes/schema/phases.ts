/** The shape of phases, deliverables and ladders. */
import { z } from 'zod';
import type {
  DeliverableDefinition,
  DueRule,
  Ladder,
  PhaseDefinition,
  StepDefinition,
} from '../../domain/definition/types.ts';
import type { Bricks } from './bricks.ts';
import { policySchema } from './policies.ts';

export function ladderSchema({
  word,
  number,
  localised,
  object,
  list,
  either,
}: Bricks): z.ZodType<Ladder> {
  return object({
    reminders: list(object({ workdaysBefore: number, at: word })),
    rungs: list(
      object({
        key: either(z.enum(['urge', 'supervise', 'circulate', 'accountability']), 'urge'),
        title: localised,
        workdaysAfter: number,
        at: word,
        audience: object({
          responsible: either(z.boolean(), true),
          superiorLevels: number,
          offices: list(word),
        }),
        pressure: either(z.enum(['task', 'progress', 'opinion']), 'task').exactOptional(),
        answerWithinWorkdays: number,
      }),
    ),
  });
}

export function phaseSchema(bricks: Bricks): z.ZodType<PhaseDefinition> {
  const { word, number, localised, object, list } = bricks;
  return object({
    key: word,
    title: localised,
    clause: word,
    window: object({ from: word, to: word }),
    after: list(word),
    deliverables: list(deliverableSchema(bricks)),
    steps: stepsSchema(bricks),
    lead: word.exactOptional(),
    coOrganisers: list(object({ office: word, workdaysBefore: number })).exactOptional(),
    optional: localised.exactOptional(),
    dueRule: dueRuleSchema(bricks).exactOptional(),
    ladder: ladderSchema(bricks).exactOptional(),
  });
}

export function dueRuleSchema({ either }: Bricks): z.ZodType<DueRule> {
  return either(z.enum(['keep', 'next-workday', 'previous-workday']), 'keep');
}

export function stepsSchema(bricks: Bricks): z.ZodType<StepDefinition[]> {
  const { word, localised, object, list } = bricks;
  return list(object({ key: word, title: localised, policy: policySchema(bricks) }));
}

export function deliverableSchema({
  word,
  number,
  localised,
  object,
  list,
  either,
}: Bricks): z.ZodType<DeliverableDefinition> {
  const members = z.record(z.string(), z.unknown());
  return object({
    key: word,
    title: localised,
    clause: word,
    kind: either(z.enum(['document', 'minutes', 'table', 'disclosure']), 'document'),
    office: word,
    schema: either(members, {}).exactOptional(),
    example: z.unknown().exactOptional(),
    checks: list(object({ name: word, params: either(members, {}) })).exactOptional(),
    disclosure: object({
      minimumDays: number,
      enteredSameDay: either(z.boolean(), false),
    }).exactOptional(),
    afterStep: word.exactOptional(),
  });
}
