/** What the shapes of the chart mean. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const SIGNS = [
  ...(['due', 'extended', 'late', 'closed', 'reminded', 'remindPlanned'] as const),
  ...(['raised', 'rungPlanned', 'halt', 'today'] as const),
];

export function Legend(): ReactElement {
  const { t } = useTranslation('programme');
  return (
    <ul className="chart-legend" aria-label={t('chart.legend')}>
      {SIGNS.map((sign) => (
        <li key={sign}>
          <span className={`chart-legend-sign chart-legend-${sign}`} aria-hidden="true" />
          {t(`sign.${sign}`)}
        </li>
      ))}
    </ul>
  );
}
