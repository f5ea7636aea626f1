/** The phases of the unit programmes: how many units have finished each, against the frozen set and the even pace. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import { PaceBar } from './pace-bar.tsx';
import { paceStanding } from './standing.ts';
import type { PhaseCount } from './unit-queries.ts';
import { useAddressWith } from '../parts/address.ts';

export interface PhaseBarsProps {
  readonly phases: readonly PhaseCount[];
  readonly shown: string;
}

export function PhaseBars({ phases, shown }: PhaseBarsProps): ReactElement {
  const { t } = useTranslation('units');
  const rowOf = useRows(shown);
  return (
    <section>
      <h3>{t('stages')}</h3>
      <GridTable
        label={t('stages')}
        columns={[
          { key: 'stage', title: t('stage') },
          { key: 'progress', title: t('progress') },
          { key: 'share', title: t('share'), isNumber: true },
          { key: 'count', title: t('count'), isNumber: true },
          { key: 'pace', title: t('evenPace'), isNumber: true },
          { key: 'state', title: t('state') },
          { key: 'failed', title: t('failedCount'), isNumber: true },
          { key: 'due', title: t('dueOn') },
        ]}
        rows={phases.map(rowOf)}
      />
      <p className="units-key">{t('barKey')}</p>
    </section>
  );
}

function useRows(shown: string): (phase: PhaseCount) => GridRow {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const addressWith = useAddressWith();
  return (phase) => {
    const { key, title, percent, done, total, pace, failed, dueOn } = phase;
    const { word, points } = paceStanding(phase);
    const isShown = key === shown;
    return {
      key,
      ...(isShown ? { look: 'chosen' as const } : {}),
      cells: [
        <Link
          key="stage"
          to={addressWith({ phase: key, within: null, status: null })}
          aria-current={isShown ? 'true' : undefined}
          preventScrollReset
        >
          {say(title)}
        </Link>,
        <PaceBar
          key="bar"
          percent={percent}
          pace={pace}
          label={t('barLabel', { percent, pace })}
        />,
        `${percent}%`,
        `${done}/${total}`,
        `${pace}%`,
        <span key="state" className={`pace pace-${word}`}>
          {t(`pace.${word}`, { points })}
        </span>,
        failed,
        <time key="due" dateTime={dueOn}>
          {dueOn}
        </time>,
      ],
    };
  };
}
