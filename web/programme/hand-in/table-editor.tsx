/** A table that is written by hand or pasted from a spreadsheet; what the checks found stands under the row that it is about. */
import { Button } from 'antd';
import { memo, useId, type ClipboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CellInput } from './cell-input.tsx';
import { emptyRow, type DraftRow } from './draft.ts';
import type { FieldWords } from './field-words.ts';
import { isTable, parseCells, pasteInto, type PastePlace } from './paste.ts';
import type { RowsField } from './schema-fields.ts';

export interface RowFault {
  readonly member: string | null;
  readonly text: string;
}

export interface TableEditorProps {
  readonly field: RowsField;
  readonly rows: readonly DraftRow[];
  readonly words: FieldWords;
  readonly namesOf: (choice: string) => readonly string[];
  readonly faultsOf: (row: number) => readonly RowFault[];
  readonly onRows: (change: (rows: readonly DraftRow[]) => readonly DraftRow[]) => void;
}

export function TableEditor(props: TableEditorProps): ReactElement {
  const { t } = useTranslation('programme');
  const { field, rows, words, namesOf, faultsOf, onRows } = props;
  const { columns, maxItems } = field;
  const setCell = (row: number, key: string, value: string): void => {
    onRows((all) => all.map((one, index) => (index === row ? { ...one, [key]: value } : one)));
  };
  const remove = (row: number): void => onRows((all) => all.filter((_, index) => index !== row));
  const paste = (at: PastePlace, text: string): void => {
    onRows((all) =>
      pasteInto(all, { cells: parseCells(text), at }, { columns, maxItems, namesOf }),
    );
  };
  const name = words.titleOf(field);
  return (
    <div className="table-editor">
      <p className="table-hint">{t('table.hint')}</p>
      <div className="scroller" role="region" tabIndex={0} aria-label={name}>
        <table className="facts-table">
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.number')}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {words.titleOf(column)}
                  {column.isRequired ? null : <span className="optional">{t('act.optional')}</span>}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('table.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <TableRow
                key={index}
                field={field}
                row={row}
                index={index}
                words={words}
                faults={faultsOf(index)}
                onCell={setCell}
                onPaste={paste}
                onRemove={remove}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Button
        disabled={rows.length >= maxItems}
        onClick={() => onRows((all) => [...all, emptyRow(columns)])}
      >
        {t('table.add')}
      </Button>
      <span className="table-count" role="status">
        {t('table.count', { count: rows.length, most: maxItems })}
      </span>
    </div>
  );
}

interface TableRowProps {
  readonly field: RowsField;
  readonly row: DraftRow;
  readonly index: number;
  readonly words: FieldWords;
  readonly faults: readonly RowFault[];
  readonly onCell: (row: number, key: string, value: string) => void;
  readonly onPaste: (at: PastePlace, text: string) => void;
  readonly onRemove: (row: number) => void;
}

/** The acts upon a row are made anew with every change of the table, and do the same. */
const TableRow = memo(Row, (before, after) =>
  (['field', 'row', 'index', 'faults', 'words'] as const).every(
    (key) => before[key] === after[key],
  ),
);

function Row(props: TableRowProps): ReactElement {
  const { t } = useTranslation('programme');
  const { field, row, index, words, faults, onCell, onPaste, onRemove } = props;
  const faultsId = useId();
  const describedBy = faults.length > 0 ? faultsId : undefined;
  const listen = (column: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isTable(text)) return;
    event.preventDefault();
    onPaste({ row: index, column }, text);
  };
  const number = index + 1;
  return (
    <>
      <tr className={faults.length > 0 ? 'row-faulty' : undefined}>
        <th scope="row">{number}</th>
        {field.columns.map((column, position) => (
          <td key={column.key} className={`cell-${column.kind}`}>
            <CellInput
              field={column}
              value={row[column.key] ?? ''}
              onChange={(value) => onCell(index, column.key, value)}
              onPaste={listen(position)}
              choiceOf={words.choiceOf}
              label={t('table.cell', { row: number, column: words.titleOf(column) })}
              isFaulty={faults.some(({ member }) => member === null || member === column.key)}
              describedBy={describedBy}
            />
          </td>
        ))}
        <td>
          <Button
            size="small"
            type="text"
            danger
            aria-label={t('table.removeRow', { row: number })}
            onClick={() => onRemove(index)}
          >
            {t('table.remove')}
          </Button>
        </td>
      </tr>
      {faults.length === 0 ? null : (
        <tr className="row-faults">
          <td colSpan={field.columns.length + 2} id={faultsId}>
            {faults.map(({ text }, place) => (
              <p key={place} className="cell-fault">
                ✕ {text}
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
