/** Check `each-listed-once`: every value of the plan stands in one row of the table, and nothing else does. */
import { fault, type Fault } from '../fault.ts';
import type { Localised } from '../localised.ts';
import { fieldOf, isRecord, readRows, unknownKey, type Check } from './check.ts';
import { entryFaults, paramFault, readEntries } from './params.ts';

interface Params {
  /** Name of the column that is judged. */
  readonly column: string;
  readonly values: ReadonlyMap<string, Localised>;
}

/** Params: `{column, values: [{key, title}]}`. */
export const eachListedOnce: Check = {
  name: 'each-listed-once',
  paramFaults(params) {
    const faults = entryFaults(readEntries(params, 'values'), '/values');
    return readColumn(params) === null
      ? [paramFault('/column', '须为列名', 'This must be the name of a column'), ...faults]
      : faults;
  },
  judge(params, data) {
    const { column, values } = readParams(params);
    const { rows, faults } = readRows(data);
    const seen = new Set<unknown>();
    const rowFaults = rows.flatMap(({ pointer, fields }) => {
      const value = fieldOf(fields, column);
      const title = typeof value === 'string' ? values.get(value) : undefined;
      const at = `${pointer}/${column}`;
      if (title === undefined) return [unknownKey(at, 'value-unknown', value)];
      if (seen.has(value)) return [repeated(at, title)];
      seen.add(value);
      return [];
    });
    const missing = [...values].filter(([key]) => !seen.has(key)).map(([, title]) => title);
    return [...faults, ...rowFaults, ...missing.map(absent)];
  },
};

function readColumn(params: unknown): string | null {
  const column = isRecord(params) ? fieldOf(params, 'column') : undefined;
  return typeof column === 'string' && /^[A-Za-z]\w*$/.test(column) ? column : null;
}

function readParams(params: unknown): Params {
  const values = (readEntries(params, 'values') ?? []).flatMap(({ key, title }) =>
    key === null || title === null ? [] : [[key, title] as const],
  );
  return { column: readColumn(params) ?? '', values: new Map(values) };
}

function repeated(pointer: string, title: Localised): Fault {
  return fault(pointer, 'value-repeated', {
    zh: `“${title.zh}”重复，只能列一次`,
    en: `“${title.en}” is listed twice`,
  });
}

function absent(title: Localised): Fault {
  return fault('/rows', 'value-missing', {
    zh: `缺少“${title.zh}”`,
    en: `“${title.en}” is missing`,
  });
}
