/** Collects what was measured, prints it as a table, judges it by the aims, and keeps it as JSON. */
import { writeFileSync } from 'node:fs';
import { spreadOf, type Spread } from './statistics.ts';

export interface Figure extends Spread {
  readonly name: string;
  readonly unit: string;
}

export interface Figures {
  /** Adds a value to a figure; one value for each round. */
  add(name: string, unit: string, value: number): void;
  has(name: string): boolean;
  /** The median so far. @throws Error when nothing was measured under the name. */
  medianOf(name: string): number;
  list(): readonly Figure[];
}

/** What a figure's median should at most or at least be. */
export interface Aim {
  readonly name: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export const AIMS: readonly Aim[] = [
  { name: 'sign-off, 20 callers', atLeast: 1000 },
  { name: 'sign-off, 20 callers, p99', atMost: 50 },
  { name: 'sign-off, 1 caller, p50', atMost: 4 },
  { name: 'sign-off / bare, 20 callers', atLeast: 0.75 },
  { name: 'sign-off / raw update, 20 callers', atLeast: 8 },
  { name: 'inbox of 200, 1 caller, p99', atMost: 20 },
  { name: 'inbox of 200, 20 callers, p99', atMost: 20 },
  { name: 'inbox of 10000, 1 caller, p99', atMost: 20 },
  { name: 'inbox of 10000, 20 callers, p99', atMost: 20 },
  { name: 'inbox page, cold', atMost: 1000 },
  { name: 'inbox page, cold, p95', atMost: 1000 },
  { name: 'inbox page, warm', atMost: 1000 },
  { name: 'inbox page, warm, p95', atMost: 1000 },
  { name: 'inbox page, scripts', atMost: 350 },
  { name: 'live change', atMost: 1000 },
  { name: 'live change, p95', atMost: 1000 },
  { name: 'storm, raised twice', atMost: 0 },
  { name: 'storm, not raised in time', atMost: 0 },
  { name: 'storm / raw storm, median', atMost: 1.3 },
  { name: 'storm / raw storm, last', atMost: 1.3 },
  { name: 'scale, activation, cost with 10000 / with 10', atMost: 1.25 },
  { name: 'scale, sign-off, cost with 10000 / with 10', atMost: 1.25 },
  { name: 'scale, moment, cost with 10000 / with 10', atMost: 1.25 },
  { name: 'scale, page, cost with 10000 / with 10', atMost: 1.25 },
];

interface Measured {
  readonly unit: string;
  readonly values: number[];
}

export function createFigures(): Figures {
  const measured = new Map<string, Measured>();
  return {
    add: (name, unit, value) => {
      const known = measured.get(name);
      if (known === undefined) measured.set(name, { unit, values: [value] });
      else known.values.push(value);
    },
    has: (name) => measured.has(name),
    medianOf: (name) => {
      const known = measured.get(name);
      if (known === undefined) throw new Error(`nothing was measured as ${name}`);
      return spreadOf(known.values).median;
    },
    list: () =>
      [...measured].map(([name, { unit, values }]) => ({ name, unit, ...rounded(values) })),
  };
}

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, min, median, max }) => [
    name,
    ...[min, median, max].map(String),
    unit,
    verdictOf(name, median),
  ]);
  return alignColumns([['figure', 'min', 'median', 'max', 'unit', 'aim'], ...rows]);
}

export function writeResults(path: string, figures: readonly Figure[]): void {
  writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`);
}

function verdictOf(name: string, value: number): string {
  const aim = AIMS.find((candidate) => candidate.name === name);
  if (aim === undefined) return '';
  const { atMost = Infinity, atLeast = -Infinity } = aim;
  const verdict = value <= atMost && value >= atLeast ? 'ok' : 'MISSED';
  return aim.atMost === undefined ? `≥ ${atLeast} ${verdict}` : `≤ ${atMost} ${verdict}`;
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const isNumber = (column: number): boolean => column >= 1 && column <= 3;
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Three digits that mean something are enough. */
function rounded(values: readonly number[]): Spread {
  const { min, median, max } = spreadOf(values);
  return { min: round(min), median: round(median), max: round(max) };
}

function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
