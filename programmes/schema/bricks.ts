/** The bricks that the schemas of a definition are made of, judging or lenient. */
import { z } from 'zod';

export const SHORT_LENGTH = 200;
const TEXT_LENGTH = 4000;
const MANY = 200;

export type Mode = 'strict' | 'lenient';

/** The bricks of either schema. */
export interface Bricks {
  readonly mode: Mode;
  readonly word: z.ZodType<string>;
  readonly number: z.ZodType<number>;
  readonly localised: z.ZodType<{ zh: string; en: string }>;
  readonly object: <S extends z.ZodRawShape>(shape: S) => z.ZodType<z.output<z.ZodObject<S>>>;
  readonly list: <T>(item: z.ZodType<T>) => z.ZodType<T[]>;
  readonly either: <T>(schema: z.ZodType<T>, placeholder: T) => z.ZodType<T>;
}

export function createBricks(mode: Mode): Bricks {
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
