/** Everything that the chart shows, as a table. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { When } from '../../parts/when.tsx';
import { LightMark } from '../light-mark.tsx';
import { useMarkText } from './bar-text.ts';
import type { ChartBar, ChartRow } from './rows.ts';

export function ChartTable({ rows }: { readonly rows: readonly ChartRow[] }): ReactElement {
  const { t } = useTranslation('programme');
  return (
    <div className="scroller" role="region" tabIndex={0} aria-label={t('chart.table')}>
      <table className="facts-table">
        <caption className="visually-hidden">{t('chart.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.phase')}</th>
            <th scope="col">{t('chart.status')}</th>
            <th scope="col">{t('chart.from')}</th>
            <th scope="col">{t('chart.due')}</th>
            <th scope="col">{t('chart.oldDueColumn')}</th>
            <th scope="col">{t('phase.closed')}</th>
            <th scope="col">{t('chart.reminders')}</th>
            <th scope="col">{t('chart.rungs')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            row.bars.map((bar) => <Line key={`${row.key} ${bar.key}`} row={row} bar={bar} />),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row, bar }: { readonly row: ChartRow; readonly bar: ChartBar }): ReactElement {
  const { say } = useLanguage();
  const { remindersOf, rungsOf } = useMarkText();
  const { opensOn, dueOn, oldDueOn, closedAt, marks } = bar;
  return (
    <tr>
      <th scope="row">
        {say(row.title)}
        {row.isDuty ? ` · ${say(bar.title)}` : ''}
      </th>
      <td>
        <LightMark light={bar.light} />
      </td>
      <td>{opensOn}</td>
      <td>{dueOn}</td>
      <td>{oldDueOn ?? '—'}</td>
      <td>{closedAt === null ? '—' : <When at={closedAt} />}</td>
      <td>{orDash(remindersOf(marks))}</td>
      <td>{orDash(rungsOf(marks))}</td>
    </tr>
  );
}

function orDash(text: string): string {
  return text === '' ? '—' : text;
}
