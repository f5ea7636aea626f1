/** Entries of the audit trail as people see them, and who is named in them. */
import type { Localised } from '../../domain/definition/types.ts';
import type { EventCountRow, EventRow } from '../reads.ts';

export interface EventShown extends Omit<EventRow, 'onBehalfOf'> {
  readonly onBehalfOf?: string;
}

export function eventView({ onBehalfOf, ...row }: EventRow): EventShown {
  return { ...row, ...(onBehalfOf === null ? {} : { onBehalfOf }) };
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every text that could be the id of a person: whether it is one, the names tell. */
export function idsIn(value: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part === 'string' && ID.test(part)) found.add(part);
    if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  return [...found];
}

export interface EventCounts {
  readonly entries: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly actors: readonly { readonly actor: string; readonly count: number }[];
}

/** Of a programme, which has at least the event that started it. */
export function countsView(rows: readonly EventCountRow[]): EventCounts {
  const { types, actors } = totalsOf(rows);
  const firsts = rows.map(({ firstAt }) => firstAt).sort();
  const lasts = rows.map(({ lastAt }) => lastAt).sort();
  return {
    entries: Math.max(0, ...rows.map(({ last }) => last)),
    firstAt: firsts[0] ?? '',
    lastAt: lasts.at(-1) ?? '',
    types: [...types].map(([type, count]) => ({ type, count })),
    actors: [...actors]
      .map(([actor, count]) => ({ actor, count }))
      .sort((one, other) => other.count - one.count),
  };
}

function totalsOf(rows: readonly EventCountRow[]): {
  readonly types: ReadonlyMap<string, number>;
  readonly actors: ReadonlyMap<string, number>;
} {
  const types = new Map<string, number>();
  const actors = new Map<string, number>();
  for (const { type, actor, count } of rows) {
    types.set(type, (types.get(type) ?? 0) + count);
    actors.set(actor, (actors.get(actor) ?? 0) + count);
  }
  return { types, actors };
}

export function peopleView(
  names: ReadonlyMap<string, Localised>,
): Readonly<Record<string, Localised>> {
  return Object.fromEntries(names);
}
