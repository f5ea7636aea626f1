/** Chains: entries of a definition's JSON that stand for several phases, or for a duty, and become plain ones before it is judged. */
import type { z } from 'zod';
import { fault, shown, type Fault } from '../../domain/definition/fault.ts';
import { shapeFaults } from '../shape-faults.ts';
import {
  expandFourDeliberations,
  fourDeliberationsSchema,
  stageKeys,
} from './four-deliberations.ts';
import { expandVillageAccounts, villageAccountsSchema } from './village-accounts.ts';

type Fields = Readonly<Record<string, unknown>>;
type ListName = 'phases' | 'duties';

export interface Expanded {
  /** The definition's JSON without chains. */
  readonly json: unknown;
  /** What is wrong with the chains themselves; pointers are those of the source. */
  readonly faults: readonly Fault[];
  /** The pointer into the source for one into the JSON without chains. */
  readonly sourceOf: (pointer: string) => string;
}

/** What an entry of the source became. */
interface Entry {
  readonly source: number;
  readonly isChain: boolean;
  readonly made: readonly unknown[];
  readonly faults: readonly Fault[];
}

type Expansion = (json: unknown, owner: string) => Pick<Entry, 'made' | 'faults'>;

const CHAINS: Readonly<Record<ListName, Readonly<Record<string, Expansion>>>> = {
  phases: {
    'four-deliberations-two-disclosures': (json, owner) =>
      expansion(fourDeliberationsSchema, json, (chain) => expandFourDeliberations(chain, owner)),
  },
  duties: {
    'village-accounts': (json) =>
      expansion(villageAccountsSchema, json, (chain) => [expandVillageAccounts(chain)]),
  },
};

/**
 * Notes may point at the source's own entries, and phases may come `after` a chain by its key: both are led to the phases that stand
 * for it. JSON without chains comes back as it is.
 */
export function expandChains(json: unknown): Expanded {
  if (!isRecord(json)) return { json, faults: [], sourceOf: (pointer) => pointer };
  const owner = typeof json['owner'] === 'string' ? json['owner'] : '';
  const lists = {
    phases: entriesOf(json['phases'], 'phases', owner),
    duties: entriesOf(json['duties'], 'duties', owner),
  };
  const hasChain = [...lists.phases, ...lists.duties].some(({ isChain }) => isChain);
  if (!hasChain) return { json, faults: [], sourceOf: (pointer) => pointer };
  const expanded = {
    ...json,
    phases: withRealPredecessors(
      lists.phases.flatMap(({ made }) => made),
      json['phases'],
    ),
    ...(json['duties'] === undefined ? {} : { duties: lists.duties.flatMap(({ made }) => made) }),
    notes: withMovedNotes(json['notes'], lists),
  };
  return {
    json: expanded,
    faults: [...lists.phases, ...lists.duties].flatMap(({ faults }) => faults),
    sourceOf: (pointer) => sourceOf(pointer, lists),
  };
}

function entriesOf(list: unknown, name: ListName, owner: string): readonly Entry[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown, source) => {
    const chain = isRecord(entry) ? entry['chain'] : undefined;
    if (chain === undefined) return { source, isChain: false, made: [entry], faults: [] };
    const pointer = `/${name}/${String(source)}`;
    const known = CHAINS[name];
    const expand =
      typeof chain === 'string' && Object.hasOwn(known, chain) ? known[chain] : undefined;
    if (expand === undefined) {
      return { source, isChain: true, made: [], faults: [unknownChain(pointer, chain, name)] };
    }
    const { made, faults } = expand(entry, owner);
    const placed = faults.map((each) => ({ ...each, pointer: `${pointer}${each.pointer}` }));
    return { source, isChain: true, made, faults: placed };
  });
}

function expansion<T>(
  schema: z.ZodType<T>,
  json: unknown,
  expand: (chain: T) => readonly unknown[],
): Pick<Entry, 'made' | 'faults'> {
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { made: expand(parsed.data), faults: [] }
    : { made: [], faults: shapeFaults(schema, json) };
}

/** Whoever comes after a chain comes after the last of its phases. */
function withRealPredecessors(phases: readonly unknown[], source: unknown): readonly unknown[] {
  const chains = (Array.isArray(source) ? source : []).flatMap((entry: unknown) => {
    if (!isRecord(entry) || entry['chain'] === undefined) return [];
    const { key } = entry;
    return typeof key === 'string' ? [[key, stageKeys({ key }).at(-1)] as const] : [];
  });
  const last = new Map<unknown, unknown>(chains);
  return phases.map((phase) => {
    const after = isRecord(phase) ? phase['after'] : undefined;
    if (!isRecord(phase) || !Array.isArray(after)) return phase;
    return { ...phase, after: after.map((key: unknown) => last.get(key) ?? key) };
  });
}

function withMovedNotes(
  notes: unknown,
  lists: Readonly<Record<ListName, readonly Entry[]>>,
): unknown {
  if (!Array.isArray(notes)) return notes;
  return notes.map((note: unknown) => {
    const about = isRecord(note) ? note['about'] : undefined;
    if (!isRecord(note) || typeof about !== 'string') return note;
    return { ...note, about: expandedOf(about, lists) };
  });
}

interface Place {
  readonly name: ListName;
  readonly index: number;
  readonly rest: string;
}

function placeIn(pointer: string): Place | null {
  const match = /^\/(phases|duties)\/(\d+)(\/.*)?$/.exec(pointer);
  if (match === null) return null;
  const name = match[1] === 'duties' ? 'duties' : 'phases';
  return { name, index: Number(match[2]), rest: match[3] ?? '' };
}

function expandedOf(pointer: string, lists: Readonly<Record<ListName, readonly Entry[]>>): string {
  const place = placeIn(pointer);
  const entry = place === null ? undefined : lists[place.name][place.index];
  if (place === null || entry === undefined) return pointer;
  const before = lists[place.name].slice(0, place.index);
  const first = before.reduce((count, { made }) => count + made.length, 0);
  return `/${place.name}/${String(first)}${entry.isChain ? '' : place.rest}`;
}

function sourceOf(pointer: string, lists: Readonly<Record<ListName, readonly Entry[]>>): string {
  const place = placeIn(pointer);
  if (place === null) return pointer;
  const sources = lists[place.name].flatMap((entry) => entry.made.map(() => entry));
  const entry = sources[place.index];
  if (entry === undefined) return pointer;
  return `/${place.name}/${String(entry.source)}${entry.isChain ? '' : place.rest}`;
}

function unknownChain(pointer: string, chain: unknown, name: ListName): Fault {
  const known = Object.keys(CHAINS[name]).join(', ');
  return fault(`${pointer}/chain`, 'chain-unknown', {
    zh: `没有这个程序链“${shown(chain)}”；现有：${known}`,
    en: `There is no chain “${shown(chain)}” here; known are ${known}`,
  });
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
