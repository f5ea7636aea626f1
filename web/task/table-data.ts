/** Structured data that was handed in as a reader wants it: rows under named columns, or named fields. */
import { punctuationOf } from '../app/punctuation.ts';

export interface Column {
  readonly key: string;
  readonly title: string;
}

export interface TableData {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Field {
  readonly title: string;
  readonly value: string | TableData;
}

export type Language = 'zh' | 'en';

/** What keys among the values and the names of fields stand for. */
export type NameOf = (value: string) => string | undefined;

interface Asked {
  readonly language: Language;
  readonly nameOf: NameOf;
}

type Entry = Readonly<Record<string, unknown>>;

/** The fields of the data in the order of the schema; a list of objects is a table of its own. */
export function fieldsOf(data: unknown, schema: unknown, asked: Asked): readonly Field[] {
  const entries = isEntry(data) ? data : {};
  return orderedKeys(propertiesOf(schema), entries).map((key) => {
    const value = entries[key];
    const property = propertiesOf(schema)[key];
    const title = titleOf(property, key, asked);
    if (isRows(value)) return { title, value: tableOf(value, itemsOf(property), asked) };
    return { title, value: textOf(value, asked) };
  });
}

/** A title of a schema has both languages, Chinese first: 「协管员队伍 Team」. */
export function inLanguage(title: string, language: Language): string {
  const [, zh, en] = /^(.*[\u2e80-\uffef)）])\s+([A-Za-z(].*)$/u.exec(title) ?? [];
  if (zh === undefined || en === undefined) return title;
  return language === 'zh' ? zh : en;
}

function tableOf(rows: readonly Entry[], schema: unknown, asked: Asked): TableData {
  const properties = propertiesOf(schema);
  const all = Object.assign({}, ...rows) as Entry; // merged only for its keys
  const keys = orderedKeys(properties, all);
  return {
    columns: keys.map((key) => ({ key, title: titleOf(properties[key], key, asked) })),
    rows: rows.map((row) => keys.map((key) => textOf(row[key], asked))),
  };
}

/** Those of the schema that are filled, then those that it does not know. */
function orderedKeys(properties: Entry, entries: Entry): readonly string[] {
  const filled = Object.keys(entries);
  const known = Object.keys(properties).filter((key) => filled.includes(key));
  return [...known, ...filled.filter((key) => !known.includes(key))];
}

function titleOf(schema: unknown, key: string, { language, nameOf }: Asked): string {
  const title = isEntry(schema) ? schema['title'] : undefined;
  return typeof title === 'string' ? inLanguage(title, language) : (nameOf(key) ?? key);
}

function textOf(value: unknown, asked: Asked): string {
  const { language, nameOf } = asked;
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return nameOf(value) ?? value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return nameOf(String(value)) ?? String(value);
  if (Array.isArray(value)) {
    return punctuationOf(language).listed(value.map((one) => textOf(one, asked)));
  }
  return JSON.stringify(value);
}

function propertiesOf(schema: unknown): Entry {
  const properties = isEntry(schema) ? schema['properties'] : undefined;
  return isEntry(properties) ? properties : {};
}

function itemsOf(schema: unknown): unknown {
  return isEntry(schema) ? schema['items'] : undefined;
}

function isRows(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.length > 0 && value.every(isEntry);
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
