/** Cells that the tables of the inbox share. On a phone each row becomes a card, and each cell carries its column's name. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../parts/mark.tsx';
import { RehearsalMark } from '../parts/rehearsal-mark.tsx';
import { DueDay } from '../parts/when.tsx';

export interface ColumnsProps {
  readonly names: readonly string[];
  readonly first?: ReactNode;
}

export function Columns({ names, first }: ColumnsProps): ReactElement {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {first}
        {names.map((name) => (
          <th key={name} role="columnheader" scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function Cell({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <td role="cell" data-column={name}>
      {children}
    </td>
  );
}

export interface ItemProps {
  readonly to: string;
  readonly text: string;
  readonly round?: number;
  readonly isRehearsal: boolean;
  readonly isActing?: boolean;
}

/** The whole row leads where its link leads. */
export function Item({ to, text, round = 1, isRehearsal, isActing }: ItemProps): ReactElement {
  const { t } = useTranslation('inbox');
  return (
    <th role="rowheader" scope="row" className="inbox-item">
      <Link to={to} className="inbox-link" data-inbox-item="">
        {text}
      </Link>
      {round > 1 ? <Mark>{t('round', { round })}</Mark> : null}
      {isRehearsal ? <RehearsalMark /> : null}
      {isActing === true ? <Mark>{t('acting')}</Mark> : null}
    </th>
  );
}

export function Due({
  dueAt,
  isOverdue,
}: {
  readonly dueAt: string;
  readonly isOverdue: boolean;
}): ReactElement {
  const { t } = useTranslation('common');
  return (
    <span className="inbox-due">
      <DueDay dueAt={dueAt} />
      {isOverdue ? <Mark kind="overdue">{t('overdue')}</Mark> : null}
    </span>
  );
}
