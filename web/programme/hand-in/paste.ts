/** Cells that were copied in a spreadsheet, laid into a table from where the reader stands. Pure. */
import { emptyRow, type DraftRow } from './draft.ts';
import type { ScalarField } from './schema-fields.ts';

/** A cell with line breaks is quoted by spreadsheets, a quotation mark in it doubled. */
export function parseCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const plain = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (let index = 0; index < plain.length; index += 1) {
    const character = plain.charAt(index);
    if (isQuoted && character === '"' && plain.charAt(index + 1) === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (character === '\t' && !isQuoted) endCell();
    else if (character === '\n' && !isQuoted) {
      endCell();
      rows.push([]);
    } else cell += character;
  }
  endCell();
  return rows;
}

/** Whether a text is more than one cell. */
export function isTable(text: string): boolean {
  return text.includes('\t') || text.trim().includes('\n');
}

export interface PastePlace {
  readonly row: number;
  readonly column: number;
}

export interface PasteRules {
  readonly columns: readonly ScalarField[];
  readonly maxItems: number;
  /** What a choice is called, in either language. */
  readonly namesOf: (choice: string) => readonly string[];
}

/** A first line of headings says which column is which, and is not a row itself. */
export function pasteInto(
  rows: readonly DraftRow[],
  { cells, at }: { readonly cells: readonly (readonly string[])[]; readonly at: PastePlace },
  rules: PasteRules,
): readonly DraftRow[] {
  const { columns, maxItems } = rules;
  const headings = headingsIn(cells[0] ?? [], columns);
  const lines = headings === null ? cells : cells.slice(1);
  const order = headings ?? columns.slice(at.column);
  const filled = [...rows];
  lines.forEach((line, index) => {
    const place = at.row + index;
    if (place >= maxItems) return;
    const row: Record<string, string> = { ...emptyRow(columns), ...filled[place] };
    line.forEach((text, position) => {
      const column = order[position];
      if (column !== undefined && column !== null) row[column.key] = cellText(text, column, rules);
    });
    filled[place] = row;
  });
  return filled;
}

function headingsIn(
  line: readonly string[],
  columns: readonly ScalarField[],
): readonly (ScalarField | null)[] | null {
  const found = line.map(
    (text) =>
      columns.find(({ key, title }) =>
        [key, title?.zh, title?.en].some((name) => name?.toLowerCase() === text.toLowerCase()),
      ) ?? null,
  );
  const isHeading =
    line.length > 0 && line.every((text, index) => text === '' || found[index] !== null);
  return isHeading && found.some((column) => column !== null) ? found : null;
}

function cellText(text: string, column: ScalarField, { namesOf }: PasteRules): string {
  if (column.kind === 'boolean') {
    if (/^(是|true|yes|y|1)$/i.test(text)) return 'true';
    return /^(否|false|no|n|0)$/i.test(text) ? 'false' : '';
  }
  if (column.kind !== 'choice')
    return column.kind === 'date' ? text.replaceAll(/[./]/g, '-') : text;
  const wanted = text.toLowerCase();
  return (
    column.choices.find((choice) =>
      [choice, ...namesOf(choice)].some((name) => name.toLowerCase() === wanted),
    ) ?? ''
  );
}
