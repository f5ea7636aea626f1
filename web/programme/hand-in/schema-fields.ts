/** What a form or a table must ask for, read from the JSON Schema of a deliverable. Pure; what it does not understand becomes a field of raw JSON. */
import type { Schemas } from '../../api/client.ts';

type Text = Schemas['Localised'];

export type ScalarKind = 'text' | 'long' | 'date' | 'integer' | 'number' | 'boolean' | 'choice';

export interface ScalarField {
  readonly kind: ScalarKind | 'json';
  readonly key: string;
  /** Null where the schema says nothing; the page knows some keys by name. */
  readonly title: Text | null;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

export interface GroupField {
  readonly kind: 'group';
  readonly key: string;
  readonly title: Text | null;
  readonly isRequired: boolean;
  readonly fields: readonly ScalarField[];
}

export interface RowsField {
  readonly kind: 'rows';
  readonly key: string;
  readonly title: Text | null;
  readonly isRequired: boolean;
  readonly columns: readonly ScalarField[];
  readonly maxItems: number;
}

export type Field = ScalarField | GroupField | RowsField;

/** Texts that may be longer than this get more than a line. */
const LINE = 300;
const MOST_ROWS = 2_000;

/** Empty when the schema is not one of an object with members. */
export function fieldsOf(schema: unknown): readonly Field[] {
  return members(schema).map(({ key, node, isRequired }) => {
    const title = titleOf(node);
    const columns = node['type'] === 'array' ? scalars(node['items']) : [];
    if (columns.length > 0) {
      const maxItems = numberIn(node, 'maxItems') ?? MOST_ROWS;
      return { kind: 'rows', key, title, isRequired, columns, maxItems };
    }
    const fields = node['type'] === 'object' ? scalars(node) : [];
    if (fields.length > 0) return { kind: 'group', key, title, isRequired, fields };
    return scalarOf(key, node, isRequired);
  });
}

/** `协管员队伍 Team` is one text in two languages. */
export function splitTitle(title: string): Text {
  const found = /^(.*?[\u3400-\u9fff）)])\s+([A-Za-z].*)$/u.exec(title);
  if (found === null) return { zh: title, en: title };
  return { zh: found[1] ?? title, en: found[2] ?? title };
}

type Node = Readonly<Record<string, unknown>>;

function scalars(schema: unknown): readonly ScalarField[] {
  return members(schema).map(({ key, node, isRequired }) => scalarOf(key, node, isRequired));
}

function members(
  schema: unknown,
): readonly { readonly key: string; readonly node: Node; readonly isRequired: boolean }[] {
  if (!isNode(schema) || !isNode(schema['properties'])) return [];
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  const found = Object.entries(schema['properties']).map(([key, node]) => ({
    key,
    node: isNode(node) ? node : {},
    isRequired: required.includes(key),
  }));
  return found.sort((one, other) => placeOf(one.key, required) - placeOf(other.key, required));
}

/** The store keeps members by name; what must be there is listed in the order that was meant. */
function placeOf(key: string, required: readonly unknown[]): number {
  const place = required.indexOf(key);
  return place === -1 ? required.length : place;
}

function scalarOf(key: string, node: Node, isRequired: boolean): ScalarField {
  const minimum = numberIn(node, 'minimum');
  const maximum = numberIn(node, 'maximum');
  const maxLength = numberIn(node, 'maxLength');
  return {
    kind: kindOf(node),
    key,
    title: titleOf(node),
    isRequired,
    choices: choicesOf(node),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function kindOf(node: Node): ScalarField['kind'] {
  if (choicesOf(node).length > 0) return 'choice';
  switch (node['type']) {
    case 'string':
      if (node['format'] === 'date') return 'date';
      return (numberIn(node, 'maxLength') ?? 0) > LINE ? 'long' : 'text';
    case 'integer':
      return 'integer';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'json';
  }
}

function choicesOf(node: Node): readonly string[] {
  const values: readonly unknown[] = Array.isArray(node['enum']) ? node['enum'] : [];
  return values.filter((value) => typeof value === 'string');
}

function titleOf(node: Node): Text | null {
  return typeof node['title'] === 'string' ? splitTitle(node['title']) : null;
}

function numberIn(node: Node, key: string): number | undefined {
  const value = node[key];
  return typeof value === 'number' ? value : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
