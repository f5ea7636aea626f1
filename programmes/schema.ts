/** The shape of a definition as zod schemas: one for judging, and a lenient one that reads on past what has the wrong shape. */
import { z } from 'zod';
import type { Policy } from '../domain/definition/policy.ts';
import type { Definition } from '../domain/definition/types.ts';

const TEXT_LENGTH = 4000;
const SHORT_LENGTH = 200;
const MANY = 200;

/** What has the wrong shape is refused; unknown members are refused as well. */
export const definitionSchema: z.ZodType<Definition> = createDefinitionSchema('strict');

/** Reads anything; what has the wrong shape becomes a placeholder, so that the rest can still be judged. */
export const lenientDefinitionSchema: z.ZodType<Definition> = createDefinitionSchema('lenient');

type Mode = 'strict' | 'lenient';

/** The bricks of either schema. */
interface Bricks {
  readonly mode: Mode;
  readonly word: z.ZodType<string>;
  readonly number: z.ZodType<number>;
  readonly localised: z.ZodType<{ zh: string; en: string }>;
  readonly object: <S extends z.ZodRawShape>(shape: S) => z.ZodType<z.output<z.ZodObject<S>>>;
  readonly list: <T>(item: z.ZodType<T>) => z.ZodType<T[]>;
  readonly either: <T>(schema: z.ZodType<T>, placeholder: T) => z.ZodType<T>;
}

function createBricks(mode: Mode): Bricks {
  const either = <T>(schema: z.ZodType<T>, placeholder: T): z.ZodType<T> =>
    mode === 'strict' ? schema : schema.catch(() => placeholder);
  const object: Bricks['object'] = (shape) => {
    if (mode === 'strict') return z.strictObject(shape);
    const schema = z.object(shape);
    return schema.catch(() => schema.parse({}));
  };
  const text = either(z.string().max(TEXT_LENGTH), '?');
  return {
    mode,
    word: either(z.string().max(SHORT_LENGTH), ''),
    number: either(z.number(), NaN),
    localised: object({ zh: text, en: text }),
    object,
    list: (item) => either(z.array(item).max(MANY), []),
    either,
  };
}

function createDefinitionSchema(mode: Mode): z.ZodType<Definition> {
  const bricks = createBricks(mode);
  const { word, number, localised, object, list, either } = bricks;
  const nullableWord = either(z.string().max(SHORT_LENGTH).nullable(), null);
  return object({
    key: word,
    version: number,
    title: localised,
    source: object({ paper: localised, issuer: localised, documentNumber: nullableWord }),
    zone: word,
    calendar: word,
    startsOn: word,
    offices: list(
      object({ key: word, title: localised, reportsTo: nullableWord, clause: nullableWord }),
    ),
    owner: word,
    ladder: ladderSchema(bricks),
    rework: object({
      value: number,
      unit: either(z.enum(['hours', 'workdays', 'days']), 'days'),
    }),
    phases: list(phaseSchema(bricks)),
    notes: list(object({ about: word, text: localised })),
  });
}

function ladderSchema({ word, number, localised, object, list, either }: Bricks) {
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
        answerWithinWorkdays: number,
      }),
    ),
  });
}

function phaseSchema(bricks: Bricks) {
  const { word, localised, object, list } = bricks;
  return object({
    key: word,
    title: localised,
    clause: word,
    window: object({ from: word, to: word }),
    after: list(word),
    deliverables: list(deliverableSchema(bricks)),
    steps: list(object({ key: word, title: localised, policy: policySchema(bricks) })),
  });
}

function deliverableSchema({ word, localised, object, list, either }: Bricks) {
  const members = z.record(z.string(), z.unknown());
  return object({
    key: word,
    title: localised,
    clause: word,
    kind: either(z.enum(['document', 'minutes', 'table']), 'document'),
    office: word,
    schema: either(members, {}).exactOptional(),
    example: z.unknown().exactOptional(),
    checks: list(object({ name: word, params: either(members, {}) })).exactOptional(),
  });
}

function policySchema(bricks: Bricks): z.ZodType<Policy> {
  const { word, number, list, either } = bricks;
  const part: z.ZodType<Policy> = z.lazy(() => policy);
  const of = list(part);
  const member = <S extends z.ZodRawShape>(shape: S): z.ZodObject<S> =>
    bricks.mode === 'strict' ? z.strictObject(shape) : z.object(shape);
  const union = z.discriminatedUnion('kind', [
    member({ kind: z.literal('office'), office: word }),
    member({ kind: z.literal('sequence'), of }),
    member({ kind: z.literal('all'), of }),
    member({ kind: z.literal('any'), of }),
    member({ kind: z.literal('atLeast'), count: number, of }),
  ]);
  const policy: z.ZodType<Policy> = either(union, { kind: 'office', office: '' });
  return policy;
}
