/** The rehearsals that the reader has started, with the clock of each. */
import { Empty, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import { instantText, When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import { programmeMsAt, readingOf } from '../parts/programme-time.ts';
import { useRehearsals, type Summary } from './rehearsal-queries.ts';
import { hasEnded } from './summary.ts';
import { useSecond } from '../parts/use-second.ts';
import { useSpanWords } from './use-words.ts';
import './rehearsal-list.css';

const COLUMNS = ['title', 'status', 'now', 'speed', 'started'] as const;

export function RehearsalList(): ReactElement {
  const { t } = useTranslation('rehearsal');
  const rehearsals = useRehearsals();
  return (
    <section className="panel" aria-labelledby="mine-heading">
      <div className="panel-head">
        <h2 id="mine-heading">{t('mine')}</h2>
      </div>
      <Loaded query={rehearsals}>
        {(rows) => {
          if (rows.length === 0) return <NoneYet />;
          return (
            <>
              <table className="rehearsal-table" aria-labelledby="mine-heading">
                <thead>
                  <tr>
                    {COLUMNS.map((column) => (
                      <th key={column} scope="col">
                        {t(`columns.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Row key={row.id} row={row} readAtMs={rehearsals.dataUpdatedAt} />
                  ))}
                </tbody>
              </table>
              <More list={rehearsals} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function NoneYet(): ReactElement {
  const { t } = useTranslation('rehearsal');
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <p>{t('none')}</p>
          <p className="panel-note">{t('noneHint')}</p>
        </>
      }
    />
  );
}

interface RowProps {
  readonly row: Summary;
  readonly readAtMs: number;
}

function Row({ row, readAtMs }: RowProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { speed } = useSpanWords();
  const { id, status, clock, createdAt } = row;
  const isOver = hasEnded(row);
  const second = useSecond(!isOver);
  const shown = new Date(programmeMsAt(readingOf(row, readAtMs), second)).toISOString();
  return (
    <tr>
      <th scope="row">
        <Link to={`/rehearsals/${id}`}>
          <ProgrammeTitle of={row} />
        </Link>
      </th>
      <td data-label={t('columns.status')}>
        <Tag color={isOver ? 'default' : 'blue'}>{t(`status.${status}`)}</Tag>
        {row.overdue ? <Tag color="error">{t('plan.state.overdue')}</Tag> : null}
      </td>
      <td data-label={t('columns.now')} className="tabular">
        {isOver ? '—' : instantText(shown)}
      </td>
      <td data-label={t('columns.speed')}>{clock === null ? '' : speed(clock.speed)}</td>
      <td data-label={t('columns.started')} className="tabular">
        <When at={createdAt} />
      </td>
    </tr>
  );
}
