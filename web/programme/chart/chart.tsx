/** The chart itself: months across, a line for each phase and duty, today and the halts of the clock over all of them. */
import { useMemo, useState, type CSSProperties, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { LightMark } from '../light-mark.tsx';
import type { Programme } from '../programme-query.ts';
import { ChartTrack } from './chart-track.tsx';
import type { Halt } from './facts-query.ts';
import { percent } from './percent.ts';
import { instantsOf, type ChartRow } from './rows.ts';
import { scaleOf, stepOf, type Scale } from './scale.ts';

export interface ChartProps {
  readonly programme: Programme;
  readonly rows: readonly ChartRow[];
  readonly halts: readonly Halt[];
}

/** Width of a month in px below which nothing can be told apart, by how many of them are named. */
const LEAST_PX = { 1: 44, 3: 20, 12: 11 } as const;

export function Chart({ programme, rows, halts }: ChartProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const [shown, setShown] = useState<string | null>(null);
  const scale = useMemo(() => scaleOf(instantsOf(programme, rows)), [programme, rows]);
  const style = {
    '--least': `${String(scale.months.length * LEAST_PX[stepOf(scale)])}px`,
  } as CSSProperties; // custom properties are not in its type
  return (
    <div className="chart-scroller" role="region" tabIndex={0} aria-label={t('tab.chart')}>
      <div className="chart" style={style}>
        <Axis scale={scale} />
        <Lines scale={scale} programme={programme} halts={halts} />
        <ul className="chart-rows">
          {rows.map((row) => (
            <li key={row.key} className={row.isDuty ? 'chart-row chart-duty' : 'chart-row'}>
              <span className="chart-label">
                <span className="chart-title" title={say(row.title)}>
                  {say(row.title)}
                </span>
                <LightMark light={row.light} />
              </span>
              <ChartTrack row={row} scale={scale} shown={shown} onShow={setShown} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Axis({ scale }: { readonly scale: Scale }): ReactElement {
  const { t } = useTranslation('programme');
  const step = stepOf(scale);
  const years = [...new Set(scale.months.map(({ year }) => year))];
  return (
    <div className="chart-axis" aria-hidden="true">
      <div className="chart-years">
        {years.map((year) => {
          const within = scale.months.filter((month) => month.year === year);
          const width = within.reduce((sum, month) => sum + month.width, 0);
          return (
            <span key={year} style={{ left: percent(within[0]?.left ?? 0), width: percent(width) }}>
              {year}
            </span>
          );
        })}
      </div>
      <div className="chart-months">
        {step === 12
          ? null
          : scale.months
              .filter(({ month }) => (month - 1) % step === 0)
              .map(({ year, month, left, width }) => (
                <span
                  key={`${String(year)}-${String(month)}`}
                  style={{ left: percent(left), width: percent(width * step) }}
                >
                  {t(`month.${monthKey(month)}`)}
                </span>
              ))}
      </div>
    </div>
  );
}

/** Drawn behind the lines of the phases. */
function Lines({
  scale,
  programme,
  halts,
}: Omit<ChartProps, 'rows'> & { readonly scale: Scale }): ReactElement {
  const { t } = useTranslation('programme');
  const step = stepOf(scale);
  const isUnderWay = programme.status === 'active' || programme.status === 'suspended';
  return (
    <div className="chart-lines" aria-hidden="true">
      {scale.months
        .filter(({ month }) => (month - 1) % step === 0)
        .map(({ year, month, left }) => (
          <span
            key={`${String(year)}-${String(month)}`}
            className={month === 1 ? 'line-year' : 'line-month'}
            style={{ left: percent(left) }}
          />
        ))}
      {halts.map(({ from, until }) => {
        const left = scale.percentOf(from);
        const right = scale.percentOf(until ?? programme.now);
        return (
          <span
            key={from}
            className="line-halt"
            style={{ left: percent(left), width: percent(right - left) }}
          />
        );
      })}
      {isUnderWay ? (
        <span className="line-today" style={{ left: percent(scale.percentOf(programme.now)) }}>
          <span className="today-word">{t('chart.today')}</span>
        </span>
      ) : null}
    </div>
  );
}

type MonthKey = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12';

function monthKey(month: number): MonthKey {
  return String(month) as MonthKey; // 1 to 12, by the scale
}
