/** A register: rows under headings, which become cards on a phone. */
import type { ReactElement, ReactNode } from 'react';
import './register.css';

export interface RegisterColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row for readers of the screen; one column has it. */
  readonly isName?: boolean;
}

export interface RegisterProps<Row> {
  /** Says what the table holds; only heard, as a heading stands above it. */
  readonly caption: string;
  readonly columns: readonly RegisterColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Instead of a table without rows. */
  readonly empty: string;
}

export function Register<Row>(props: RegisterProps<Row>): ReactElement {
  const { caption, columns, rows, rowKey, empty } = props;
  if (rows.length === 0) return <p className="register-empty">{empty}</p>;
  // The roles are written out, as cards are no table for a browser.
  return (
    <table className="register" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title }) => (
            <th key={key} scope="col" role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({
  column: { title, cell, isName = false },
  row,
}: {
  readonly column: RegisterColumn<Row>;
  readonly row: Row;
}): ReactElement {
  const content = <div className="register-cell">{cell(row)}</div>;
  if (isName) {
    return (
      <th scope="row" role="rowheader" data-title={title}>
        {content}
      </th>
    );
  }
  return (
    <td role="cell" data-title={title}>
      {content}
    </td>
  );
}
