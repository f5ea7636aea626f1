/** One phase: when it is due and how it stands at a glance; opened, its steps with every signature and what it owes. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import type { Schemas } from '../../api/client.ts';
import { When } from '../../parts/when.tsx';
import { daysLeft, lightOf } from '../light.ts';
import { LightMark } from '../light-mark.tsx';
import { officeText, usePlan } from '../../api/plan.ts';
import type { Programme } from '../programme-query.ts';
import { DeliverableList } from './deliverable-list.tsx';
import { ExtensionList } from './extension-list.tsx';
import { PhaseActions } from './phase-actions.tsx';
import { StepList } from './step-list.tsx';

export interface PhaseCardProps {
  readonly phase: Schemas['Phase'];
  readonly programme: Programme;
  readonly isOpen: boolean;
}

export function PhaseCard({ phase, programme, isOpen }: PhaseCardProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const { key, title, round, opensOn, dueOn } = phase;
  return (
    <details className="phase-card" id={key} open={isOpen}>
      <summary className="phase-head">
        <h3>{say(title)}</h3>
        <span className="phase-light">
          <LightMark light={lightOf(phase, programme)} />
          <TimeLeft phase={phase} programme={programme} />
        </span>
        <span className="phase-window">
          <time dateTime={opensOn}>{opensOn}</time> {t('to')} <time dateTime={dueOn}>{dueOn}</time>
          {round > 1 ? <span className="phase-round">{t('round', { round })}</span> : null}
        </span>
      </summary>
      <div className="phase-body">
        <PhaseFacts phase={phase} programme={programme} />
        <PhaseActions phase={phase} programme={programme} />
        <DeliverableList phase={phase} programme={programme} />
        <StepList phase={phase} programme={programme} />
        <ExtensionList phase={phase} programme={programme} />
      </div>
    </details>
  );
}

type Parts = Omit<PhaseCardProps, 'isOpen'>;

/** Only of an open phase of a programme that runs. */
function TimeLeft({ phase, programme }: Parts): ReactElement | null {
  const { t } = useTranslation('programme');
  if (phase.status !== 'open' || programme.status !== 'active') return null;
  const days = daysLeft(phase.dueAt, programme.now);
  return (
    <span className="phase-left">
      {days > 0 ? t('daysLeft', { count: days }) : t('daysOver', { count: 1 - days })}
    </span>
  );
}

function PhaseFacts({ phase, programme }: Parts): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const plan = usePlan(programme.definition).data;
  const { clause, lead, rungs, missed, climbStopped, closedAt, lapsedAt, coOrganisers } = phase;
  return (
    <dl className="phase-facts">
      {clause === '' ? null : <Fact name={t('phase.clause')}>{clause}</Fact>}
      <Fact name={t('phase.lead')}>{say(officeText(plan, lead))}</Fact>
      {closedAt === undefined ? null : (
        <Fact name={t('phase.closed')}>
          <When at={closedAt} />
        </Fact>
      )}
      {lapsedAt === undefined ? null : (
        <Fact name={t('phase.lapsed')}>
          <When at={lapsedAt} />
        </Fact>
      )}
      {missed ? <Fact name={t('phase.deadline')}>{t('phase.missed')}</Fact> : null}
      {rungs.length === 0 ? null : (
        <Fact name={t('phase.rungs')}>
          {rungs.map((rung) => t(`rung.${rung}`)).join(t('comma'))}
          {climbStopped ? t('phase.climbStopped') : ''}
        </Fact>
      )}
      {coOrganisers.map((part) => (
        <Fact key={part.office} name={t('phase.coOrganiser')}>
          {say(part.title)}
          {t('comma')}
          {t('phase.inner', { day: part.innerDueOn })}
          {t('comma')}
          {t(part.overdue ? 'phase.partOverdue' : `phase.part.${part.status}`)}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
