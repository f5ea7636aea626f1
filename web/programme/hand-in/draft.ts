/** Structured data while it is written: every cell is a text until it is handed in. Pure. */
import type { Field, ScalarField } from './schema-fields.ts';

/** One row or group: cell by key. */
export type DraftRow = Readonly<Record<string, string>>;

export interface Draft {
  /** Members of the data themselves. */
  readonly cells: DraftRow;
  readonly groups: Readonly<Record<string, DraftRow>>;
  readonly lists: Readonly<Record<string, readonly DraftRow[]>>;
}

export function draftOf(fields: readonly Field[], data: unknown): Draft {
  const cells: Record<string, string> = {};
  const groups: Record<string, DraftRow> = {};
  const lists: Record<string, readonly DraftRow[]> = {};
  for (const field of fields) {
    const value = memberOf(data, field.key);
    if (field.kind === 'group') groups[field.key] = rowOf(field.fields, value);
    else if (field.kind === 'rows') {
      const items: readonly unknown[] = Array.isArray(value) ? value : [];
      lists[field.key] = items.map((item) => rowOf(field.columns, item));
    } else cells[field.key] = textOf(field, value);
  }
  return { cells, groups, lists };
}

/** What is left empty is left out; a number that is none stays text, so that the API can say where it is wrong. */
export function dataOf(fields: readonly Field[], draft: Draft): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const { key } = field;
    if (field.kind === 'rows') {
      data[key] = (draft.lists[key] ?? []).map((row) => recordOf(field.columns, row));
    } else if (field.kind === 'group') {
      const record = recordOf(field.fields, draft.groups[key] ?? {});
      if (field.isRequired || Object.keys(record).length > 0) data[key] = record;
    } else {
      const value = valueOf(field, draft.cells[key] ?? '');
      if (value !== undefined) data[key] = value;
    }
  }
  return data;
}

export function emptyRow(columns: readonly ScalarField[]): DraftRow {
  return Object.fromEntries(columns.map(({ key }) => [key, '']));
}

function rowOf(columns: readonly ScalarField[], value: unknown): DraftRow {
  return Object.fromEntries(
    columns.map((column) => [column.key, textOf(column, memberOf(value, column.key))]),
  );
}

function recordOf(
  columns: readonly ScalarField[],
  row: DraftRow,
): Readonly<Record<string, unknown>> {
  const entries = columns.map(
    (column) => [column.key, valueOf(column, row[column.key] ?? '')] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function memberOf(data: unknown, key: string): unknown {
  if (typeof data !== 'object' || data === null) return undefined;
  return Object.hasOwn(data, key) ? (data as Record<string, unknown>)[key] : undefined;
}

function textOf({ kind }: ScalarField, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'json') return JSON.stringify(value, null, 2);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);
}

function valueOf({ kind }: ScalarField, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (kind) {
    case 'integer':
    case 'number':
      return numberOf(trimmed);
    case 'boolean':
      return trimmed === 'true';
    case 'json':
      return jsonOf(trimmed);
    case 'text':
    case 'long':
    case 'date':
    case 'choice':
      return trimmed;
  }
}

/** Spreadsheets group digits, and Chinese keyboards write them full-width. */
function numberOf(text: string): number | string {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
