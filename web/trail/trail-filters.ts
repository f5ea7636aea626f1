/** Which entries of a trail are shown: as the address says it, and as the API is asked for it. */
import type { AddressChanges } from '../parts/address.ts';
import { dayAfter, startOfDayInstant } from './place-time.ts';

export interface TrailFilters {
  /** Types with commas between them; empty for all. */
  readonly type: string;
  readonly actor: string;
  readonly phase: string;
  /** First day, and last day, both included. */
  readonly from: string;
  readonly until: string;
  /** A single position; empty for all. */
  readonly entry: string;
  readonly order: 'oldest' | 'newest';
}

export type FilterName = keyof TrailFilters;

export const NO_FILTERS: TrailFilters = {
  type: '',
  actor: '',
  phase: '',
  from: '',
  until: '',
  entry: '',
  order: 'newest',
};

const NAMES = ['type', 'actor', 'phase', 'from', 'until', 'entry'] as const;

export function filtersOf(address: URLSearchParams): TrailFilters {
  const given = Object.fromEntries(NAMES.map((name) => [name, address.get(name) ?? '']));
  const order = address.get('order') === 'oldest' ? 'oldest' : 'newest';
  return { ...NO_FILTERS, ...given, order };
}

export function isFiltered(filters: TrailFilters): boolean {
  return NAMES.some((name) => filters[name] !== '');
}

/** What one filter changes in the address: what is empty or usual is left out, a single entry is shown no longer. */
export function filterChange(name: FilterName, value: string): AddressChanges {
  return { entry: null, [name]: value === NO_FILTERS[name] ? null : value };
}

/** What takes every filter away, and the order with them. */
export const UNFILTERED: AddressChanges = Object.fromEntries(
  Object.keys(NO_FILTERS).map((name) => [name, null]),
);

export interface TrailQuery {
  readonly order: 'oldest' | 'newest';
  readonly type?: string;
  readonly actor?: string;
  readonly phase?: string;
  readonly from?: string;
  readonly until?: string;
  readonly after?: string;
}

/** The days of the place become instants; the last day is included, the instant that ends it is not. */
export function queryOf(filters: TrailFilters): TrailQuery {
  const { order, type, actor, phase, from, until, entry } = filters;
  const given = {
    ...(type === '' ? {} : { type }),
    ...(actor === '' ? {} : { actor }),
    ...(phase === '' ? {} : { phase }),
    ...(from === '' ? {} : { from: startOfDayInstant(from) }),
    ...(until === '' ? {} : { until: startOfDayInstant(dayAfter(until)) }),
  };
  if (!/^[1-9]\d{0,14}$/.test(entry)) return { order, ...given };
  return { order: 'oldest', ...given, after: String(Number(entry) - 1) };
}
