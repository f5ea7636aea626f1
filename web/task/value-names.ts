/** Names that only a definition has: what the keys in a deliverable's table stand for. */
import type { Schemas } from '../api/client.ts';

type Text = Schemas['Localised'];

interface Named {
  readonly key: string;
  readonly title: Text;
}

/** Keys that the checks of a deliverable give names to, wherever they stand in their parameters. */
export function valueNames(definition: unknown, deliverable: string): ReadonlyMap<string, Text> {
  const names = new Map<string, Text>();
  for (const one of namedWithin(definition)) {
    if (one.key !== deliverable) continue;
    const { checks, check } = one as { readonly checks?: unknown; readonly check?: unknown };
    for (const { key, title } of namedWithin([checks, check])) names.set(key, title);
  }
  return names;
}

/** Every object with a key and a title, at any depth. */
function namedWithin(value: unknown): readonly Named[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(namedWithin);
  return isNamed(value) ? [value, ...inner] : inner;
}

function isNamed(value: unknown): value is Named {
  if (typeof value !== 'object' || value === null) return false;
  const { key, title } = value as { readonly key?: unknown; readonly title?: unknown };
  return typeof key === 'string' && isText(title);
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  return typeof zh === 'string' && typeof en === 'string';
}
