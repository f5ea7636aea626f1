/** Where the programme stands under pressure, in a sentence, and what of it waits for the reader. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { answerState } from './ladders.ts';
import type { Escalation, Pending } from './pressure-queries.ts';
import { isOneOf, type Standing } from './standing.ts';

export interface SummaryProps {
  readonly escalations: readonly Escalation[];
  readonly standing: Standing;
  readonly pending: readonly Pending[];
}

export function Summary({ escalations, standing, pending }: SummaryProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { phases, status } = useShownProgramme();
  const overdue = phases.filter((phase) => phase.overdue && phase.status === 'open').length;
  const unanswered =
    status === 'active'
      ? escalations.filter((one) => ['owed', 'missed'].includes(answerState(one)))
      : [];
  const mine = unanswered.filter(({ responsible }) => isOneOf(responsible, standing.acting));
  const waits = mine.length + pending.length;
  return (
    <p className={waits > 0 ? 'pressure-summary pressure-summary-mine' : 'pressure-summary'}>
      {overdue === 0 && unanswered.length === 0
        ? t('summary.calm')
        : t('summary.counts', { overdue, unanswered: unanswered.length })}
      {mine.length === 0 ? null : <strong>{t('summary.answers', { total: mine.length })}</strong>}
      {pending.length === 0 ? null : (
        <strong>{t('summary.decisions', { total: pending.length })}</strong>
      )}
    </p>
  );
}
