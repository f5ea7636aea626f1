/** What differs between two plain values, leaf by leaf; elements of a list are the same thing when they bear the same name. */

export interface Difference {
  /** JSON pointer: into the later value, or into the earlier one for what is there no more. */
  readonly path: string;
  /** The parts of the pointer, with the name of an element in place of its number. */
  readonly place: readonly string[];
  /** Left out where there was nothing. */
  readonly before?: unknown;
  /** Left out where there is nothing any more. */
  readonly after?: unknown;
}

export interface Differences {
  readonly differences: readonly Difference[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** The members by which an element of a list may be known, the best first. */
const NAMES = ['key', 'rung', 'escalationId', 'id', 'sample', 'unit', 'office'] as const;

interface Place {
  readonly path: readonly string[];
  readonly place: readonly string[];
}

type Plain = Readonly<Record<string, unknown>>;

/** At most so many, in the order of the keys. What is undefined counts as absent. */
export function findDifferences(before: unknown, after: unknown, most: number): Differences {
  const differences: Difference[] = [];
  for (const difference of compare(before, after, { path: [], place: [] })) {
    if (differences.length === most) return { differences, more: true };
    differences.push(difference);
  }
  return { differences, more: false };
}

function* compare(before: unknown, after: unknown, at: Place): Generator<Difference> {
  if (Object.is(before, after)) return;
  const lists = bothAs(before, after, { is: isList, none: [] });
  const records = bothAs(before, after, { is: isPlain, none: {} });
  if (lists !== null) yield* compareLists(lists.before, lists.after, at);
  else if (records !== null) yield* compareRecords(records.before, records.after, at);
  else yield difference(before, after, at);
}

function* compareRecords(before: Plain, after: Plain, at: Place): Generator<Difference> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  for (const key of keys) yield* compare(before[key], after[key], within(at, key, key));
}

function* compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  at: Place,
): Generator<Difference> {
  const name = nameOf([before, after]);
  if (name === null) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      yield* compare(before[index], after[index], within(at, String(index), String(index)));
    }
    return;
  }
  const earlier = byName(before, name);
  const later = byName(after, name);
  for (const [key, one] of later) {
    yield* compare(earlier.get(key)?.item, one.item, within(at, String(one.index), key));
  }
  for (const [key, one] of earlier) {
    if (!later.has(key)) {
      yield* compare(one.item, undefined, within(at, String(one.index), key));
    }
  }
}

/** The member that every element has, each with another text; null where the elements go by their number. */
function nameOf(lists: readonly (readonly unknown[])[]): string | null {
  const isNamedBy = (name: string): boolean =>
    lists.every((list) => {
      const texts = list.map((item) => (isPlain(item) ? item[name] : undefined));
      return (
        texts.every((text) => typeof text === 'string') && new Set(texts).size === texts.length
      );
    });
  return NAMES.find(isNamedBy) ?? null;
}

interface Element {
  readonly item: Plain;
  readonly index: number;
}

function byName(list: readonly unknown[], name: string): ReadonlyMap<string, Element> {
  const entries = list.flatMap((item, index): [string, Element][] => {
    const text = isPlain(item) ? item[name] : undefined;
    return isPlain(item) && typeof text === 'string' ? [[text, { item, index }]] : [];
  });
  return new Map(entries);
}

/**
 * Both as of one kind, so that what is in them can be compared; where one is absent it has nothing in it. Null where they are not,
 * and where something empty comes or goes, which is a leaf.
 */
function bothAs<T extends object>(
  before: unknown,
  after: unknown,
  { is, none }: { readonly is: (value: unknown) => value is T; readonly none: T },
): { readonly before: T; readonly after: T } | null {
  const earlier = before === undefined ? none : before;
  const later = after === undefined ? none : after;
  if (!is(earlier) || !is(later)) return null;
  const isLeaf = Object.keys(before === undefined ? later : earlier).length === 0;
  const isOne = before === undefined || after === undefined;
  return isOne && isLeaf ? null : { before: earlier, after: later };
}

function difference(before: unknown, after: unknown, { path, place }: Place): Difference {
  return {
    path: path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    place,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function within({ path, place }: Place, part: string, name: string): Place {
  return { path: [...path, part], place: [...place, name] };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
