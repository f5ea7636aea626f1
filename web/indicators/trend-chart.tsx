/** The measured values of an indicator over time, against what is asked for and the even pace. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from './indicator-queries.ts';
import { CHART, trendOf, type Trend } from './trend.ts';

export interface TrendChartProps {
  readonly indicator: Indicator;
  readonly today: string;
}

export function TrendChart({ indicator, today }: TrendChartProps): ReactElement {
  const { t } = useTranslation('indicators');
  const trend = trendOf(indicator, today);
  return (
    <figure className="trend">
      <div className="trend-region" role="region" aria-label={t('trend')} tabIndex={0}>
        <svg
          role="img"
          aria-label={t('trendLabel')}
          viewBox={`0 0 ${String(CHART.width)} ${String(CHART.height)}`}
        >
          <Axes trend={trend} />
          {trend.paces.map(({ key, from, to }) => (
            <line key={key} className="trend-pace" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          ))}
          {trend.targets.map(({ key, from, to }) => (
            <line key={key} className="trend-target" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          ))}
          {trend.lines.map(({ target, points }) => (
            <g key={target}>
              <polyline
                className="trend-value"
                points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
              />
              {points.map(({ x, y }, index) => (
                <circle key={index} className="trend-point" cx={x} cy={y} r="4" />
              ))}
            </g>
          ))}
          {trend.today === null ? null : (
            <circle className="trend-today" cx={trend.today.x} cy={trend.today.y} r="5.5" />
          )}
        </svg>
      </div>
      <figcaption className="trend-legend">
        {(['value', 'today', 'target', 'pace'] as const)
          .filter((word) => word !== 'pace' || trend.paces.length > 0)
          .map((word) => (
            <span key={word}>
              <Swatch word={word} />
              {t(`legend.${word}`)}
            </span>
          ))}
      </figcaption>
    </figure>
  );
}

function Axes({ trend: { days, values } }: { readonly trend: Trend }): ReactElement {
  return (
    <g className="trend-axes" aria-hidden="true">
      {values.map(({ y, text }) => (
        <g key={text}>
          <line x1={CHART.left} x2={CHART.width - CHART.right} y1={y} y2={y} />
          <text x={CHART.left - 8} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {days.map(({ x, text }) => (
        <g key={text}>
          <line
            x1={x}
            x2={x}
            y1={CHART.height - CHART.bottom}
            y2={CHART.height - CHART.bottom + 5}
          />
          <text x={x} y={CHART.height - 8} textAnchor="middle">
            {text.slice(0, 7)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Swatch({ word }: { readonly word: 'value' | 'today' | 'target' | 'pace' }): ReactElement {
  return (
    <svg width="30" height="12" aria-hidden="true">
      {word === 'today' ? (
        <circle className="trend-today" cx="15" cy="6" r="5" />
      ) : (
        <line className={`trend-${word}`} x1="0" x2="30" y1="6" y2="6" />
      )}
      {word === 'value' ? <circle className="trend-point" cx="15" cy="6" r="4" /> : null}
    </svg>
  );
}
