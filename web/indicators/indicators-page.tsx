/** A programme's indicators: what each asks for, how it stands today, and who reports it. */
import { Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useIndicators, type Indicator, type Target } from './indicator-queries.ts';
import { standingOf } from './judge.ts';
import { useAmounts } from './use-amounts.ts';
import { ViewsNav } from './views-nav.tsx';
import './indicators.css';

export function IndicatorsPage(): ReactElement {
  const { t } = useTranslation('indicators');
  const { id } = useShownProgramme();
  const indicators = useIndicators(id);
  const rowOf = useRows();
  return (
    <>
      <ViewsNav />
      <Loaded query={indicators}>
        {(items) =>
          items.length === 0 ? (
            <Empty description={t('none')} />
          ) : (
            <GridTable
              label={t('table')}
              columns={[
                { key: 'indicator', title: t('indicator') },
                { key: 'target', title: t('target') },
                { key: 'on', title: t('on') },
                { key: 'now', title: t('now'), isNumber: true },
                { key: 'parts', title: t('parts'), isNumber: true },
                { key: 'pace', title: t('evenPace'), isNumber: true },
                { key: 'state', title: t('state') },
                { key: 'office', title: t('office') },
              ]}
              rows={items.flatMap((indicator) =>
                indicator.targets.map((target, index) => rowOf({ indicator, target, index })),
              )}
            />
          )
        }
      </Loaded>
    </>
  );
}

interface Line {
  readonly indicator: Indicator;
  readonly target: Target;
  readonly index: number;
}

function useRows(): (line: Line) => GridRow {
  const { t } = useTranslation('indicators');
  const { say } = useLanguage();
  const amounts = useAmounts();
  return ({ indicator, target, index }) => {
    const { current } = target;
    const word = standingOf(target);
    const pace = current?.pace?.expected;
    return {
      key: `${indicator.key}.${target.key}`,
      ...(word === 'missed' ? { look: 'marked' as const } : {}),
      cells: [
        <span key="indicator" className={index === 0 ? undefined : 'indicator-again'}>
          <Link to={`of/${indicator.key}`}>{say(indicator.title)}</Link>
        </span>,
        amounts.asked(indicator, target),
        <time key="on" dateTime={target.on}>
          {target.on}
        </time>,
        amounts.value(indicator, current?.value ?? null),
        current?.value === undefined || current.value === null ? '—' : amounts.parts(current),
        pace === undefined ? '—' : amounts.value(indicator, pace),
        <span key="state" className={`standing standing-${word}`}>
          {t(`standing.${word}`)}
        </span>,
        say(indicator.officeTitle),
      ],
    };
  };
}
