/** A table of words and numbers. It scrolls inside a region of its own, so that the page of a phone does not. */
import type { ReactElement, ReactNode } from 'react';
import './grid-table.css';

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  readonly isNumber?: boolean;
  /** Not struck through where its row is. */
  readonly isKept?: boolean;
}

export interface GridRow {
  readonly key: string;
  /** One a column; the first one heads the row. */
  readonly cells: readonly ReactNode[];
  readonly look?: 'marked' | 'chosen' | 'struck';
}

export interface GridTableProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

export function GridTable({ label, columns, rows }: GridTableProps): ReactElement {
  return (
    <div className="grid-region" role="region" aria-label={label} tabIndex={0}>
      <table className="grid-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, look }) => (
            <tr key={key} className={look === undefined ? undefined : `grid-${look}`}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={classOf(column)}>
                    {cells[index]}
                  </th>
                ) : (
                  <td key={column.key} className={classOf(column)}>
                    {cells[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf({ isNumber = false, isKept = false }: GridColumn): string | undefined {
  const names = [isNumber ? 'grid-number' : '', isKept ? 'grid-kept' : ''].filter(Boolean);
  return names.length === 0 ? undefined : names.join(' ');
}
