/** The wall chart: the whole plan on one sheet, on the screen and on A3 or A4, with a table of the same facts. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { instantText } from '../../parts/when.tsx';
import { useMoments } from '../overview/moments-query.ts';
import { useShownProgramme } from '../programme-shell.tsx';
import { Chart } from './chart.tsx';
import { ChartTable } from './chart-table.tsx';
import { useEscalations, usePast, usePeriods } from './facts-query.ts';
import { Legend } from './legend.tsx';
import { chartRows } from './rows.ts';
import './chart.css';
import './chart-print.css';

const PAPERS = ['a3', 'a4'] as const;

export function ChartPage(): ReactElement {
  const { t } = useTranslation('programme');
  const programme = useShownProgramme();
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>('a3');
  const moments = useMoments(programme.id);
  const escalations = useEscalations(programme);
  const past = usePast(programme);
  const periods = usePeriods(programme);
  const rows = useMemo(
    () =>
      chartRows(programme, {
        reminded: past.data?.reminded ?? [],
        escalations: escalations.data ?? [],
        moments: moments.data ?? [],
        periods: periods.data ?? new Map(),
      }),
    [programme, past.data, escalations.data, moments.data, periods.data],
  );
  const failed = [moments, escalations, past, periods].find(({ error }) => error !== null);
  const print = (size: (typeof PAPERS)[number]): void => {
    flushSync(() => setPaper(size));
    window.print();
  };
  return (
    <section className={`chart-page paper-${paper}`} aria-labelledby="chart-heading">
      <div className="chart-head">
        <h2 id="chart-heading">
          {t('tab.chart')} <small>{t('chart.asOf', { at: instantText(programme.now) })}</small>
        </h2>
        <div className="chart-print-buttons">
          {PAPERS.map((size) => (
            <Button key={size} icon={<PrinterOutlined />} onClick={() => print(size)}>
              {t('chart.print', { paper: size.toUpperCase() })}
            </Button>
          ))}
        </div>
      </div>
      {failed === undefined ? null : (
        <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      <Chart programme={programme} rows={rows} halts={past.data?.halts ?? []} />
      <Legend />
      <details className="chart-table">
        <summary>{t('chart.table')}</summary>
        <ChartTable rows={rows} />
      </details>
    </section>
  );
}
