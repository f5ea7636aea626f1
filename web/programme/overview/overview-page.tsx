/** The overview of a programme: its phases in order with all that is owed, handed in and signed, and what will happen next. */
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useShownProgramme } from '../programme-shell.tsx';
import { DutyList } from './duty-list.tsx';
import { FaultList } from './fault-list.tsx';
import { NextMoments } from './next-moments.tsx';
import { PhaseCard } from './phase-card.tsx';
import './overview-page.css';

export function OverviewPage(): ReactElement {
  const { t } = useTranslation('programme');
  const programme = useShownProgramme();
  const { hash } = useLocation();
  const wanted = decodeURIComponent(hash.slice(1));
  useEffect(() => {
    if (wanted !== '') document.getElementById(wanted)?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  const { phases, duties } = programme;
  return (
    <div className="overview">
      <section className="overview-phases" aria-labelledby="phases-heading">
        <h2 id="phases-heading">{t('phases')}</h2>
        {phases.map((phase) => (
          <PhaseCard
            key={phase.key}
            phase={phase}
            programme={programme}
            isOpen={phase.status === 'open' || phase.key === wanted}
          />
        ))}
        {duties.length === 0 ? null : <DutyList programme={programme} />}
      </section>
      <aside className="overview-aside" aria-label={t('aside')}>
        <FaultList programme={programme} />
        <NextMoments programme={programme} />
      </aside>
    </div>
  );
}
