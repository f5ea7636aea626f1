/** The numbers of the chart as a table, the newest first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import type { Indicator, Measurement } from './indicator-queries.ts';
import { occasionWord } from './judge.ts';
import { useAmounts } from './use-amounts.ts';

export function Measurements({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { t } = useTranslation('indicators');
  const amounts = useAmounts();
  if (indicator.measurements.length === 0) {
    return <p className="indicators-hint">{t('noMeasurements')}</p>;
  }
  const rowOf = (measurement: Measurement): GridRow => {
    const { position, measuredOn, value, met, required, pace, occasion } = measurement;
    return {
      key: String(position),
      cells: [
        <time key="on" dateTime={measuredOn}>
          {measuredOn}
        </time>,
        amounts.value(indicator, value),
        amounts.parts(measurement),
        amounts.asked(indicator, { required }),
        pace === undefined ? '—' : amounts.value(indicator, pace.expected),
        t(met ? 'results.met' : 'results.unmet'),
        t(`occasions.${occasionWord(occasion)}`),
      ],
    };
  };
  return (
    <GridTable
      label={t('measurements')}
      columns={[
        { key: 'on', title: t('measuredOn') },
        { key: 'value', title: t('value'), isNumber: true },
        { key: 'parts', title: t('parts'), isNumber: true },
        { key: 'required', title: t('required') },
        { key: 'pace', title: t('evenPace'), isNumber: true },
        { key: 'met', title: t('met') },
        { key: 'occasion', title: t('occasion') },
      ]}
      rows={indicator.measurements.map(rowOf).toReversed()}
    />
  );
}
