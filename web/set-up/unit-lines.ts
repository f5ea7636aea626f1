/** Units as they are typed or pasted, one a line: key, Chinese name, English name, key of the wider unit. */

export interface TypedUnit {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly within: string | null;
}

export type LineWhy = 'columns' | 'key' | 'twice' | 'within' | 'wide';

export interface LineFault {
  /** From 1. */
  readonly line: number;
  readonly why: LineWhy;
}

export interface TypedUnits {
  readonly units: readonly TypedUnit[];
  readonly faults: readonly LineFault[];
}

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Chinese and Latin commas, and what a spreadsheet copies. */
const SEPARATOR = /[,，\t]/;

/** @param wider keys of the units of the wider set; null for the widest */
export function readUnits(text: string, wider: ReadonlySet<string> | null): TypedUnits {
  const units: TypedUnit[] = [];
  const faults: LineFault[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, wider);
    const why = typeof read === 'string' ? read : seen.has(read.key) ? 'twice' : null;
    if (why !== null) faults.push({ line: index + 1, why });
    if (typeof read === 'string') continue;
    seen.add(read.key);
    units.push(read);
  }
  return { units, faults };
}

function readLine(line: string, wider: ReadonlySet<string> | null): TypedUnit | LineWhy {
  const [key = '', zh = '', en = '', within = ''] = line
    .split(SEPARATOR)
    .map((part) => part.trim());
  if (zh === '' || en === '') return 'columns';
  if (!KEY.test(key)) return 'key';
  if (wider === null) return within === '' ? { key, title: { zh, en }, within: null } : 'wide';
  return wider.has(within) ? { key, title: { zh, en }, within } : 'within';
}
