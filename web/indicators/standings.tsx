/** The units behind the value of an indicator, held against one of its targets. */
import { Empty } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Choice } from '../parts/choice.tsx';
import { GridTable } from '../parts/grid-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import {
  useStandings,
  type Indicator,
  type Standing,
  type StandingFilter,
} from './indicator-queries.ts';
import { useAmounts } from './use-amounts.ts';

export interface StandingsProps {
  readonly programme: string;
  readonly indicator: Indicator;
}

export function Standings({ programme, indicator }: StandingsProps): ReactElement {
  const { t } = useTranslation('indicators');
  const { say } = useLanguage();
  const amounts = useAmounts();
  const [target, setTarget] = useState(indicator.targets[0]?.key ?? '');
  const [met, setMet] = useState<StandingFilter['met']>(null);
  const standings = useStandings({ id: programme, key: indicator.key }, { target, met });
  const isReported = indicator.source.kind === 'reported';
  return (
    <section>
      <h3>{t('standings')}</h3>
      <div className="indicators-tools">
        <Choice
          label={t('ofTarget')}
          value={target}
          onChange={setTarget}
          options={indicator.targets.map((one) => ({
            value: one.key,
            label: `${one.on} · ${amounts.asked(indicator, one)}`,
          }))}
        />
        <Choice
          label={t('whichUnits')}
          value={met ?? ''}
          onChange={(value) => setMet(value === 'true' || value === 'false' ? value : null)}
          options={[
            { value: '', label: t('allUnits') },
            { value: 'true', label: t('reached') },
            { value: 'false', label: t('shortOnes') },
          ]}
        />
      </div>
      <Loaded query={standings}>
        {(items) => {
          if (items.length === 0) return <Empty description={t('noUnits')} />;
          return (
            <GridTable
              label={t('standings')}
              columns={[
                { key: 'unit', title: t('unit') },
                { key: 'reach', title: t('state') },
                ...(isReported
                  ? [
                      { key: 'parts', title: t('parts'), isNumber: true },
                      { key: 'asOf', title: t('asOf') },
                    ]
                  : []),
              ]}
              rows={items.map((standing) => {
                const { unit, numerator, denominator, asOf } = standing;
                return {
                  key: unit?.key ?? 'whole',
                  cells: [
                    unit === null ? t('whole') : say(unit.title),
                    t(`reach.${reachOf(standing, indicator)}`),
                    numerator === null ? '—' : amounts.parts({ numerator, denominator }),
                    asOf ?? '—',
                  ],
                };
              })}
            />
          );
        }}
      </Loaded>
      <More list={standings} />
    </section>
  );
}

function reachOf(
  { met, numerator }: Standing,
  { source }: Indicator,
): 'met' | 'short' | 'reported' | 'silent' {
  if (source.rollUp === 'sum') return met ? 'reported' : 'silent';
  if (source.kind === 'reported' && numerator === null) return 'silent';
  return met ? 'met' : 'short';
}
