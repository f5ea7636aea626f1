/** How much waits, in a sentence. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from './inbox-frame.tsx';
import {
  useConsultations,
  useOwedDeliverables,
  usePendingDecisions,
  type Task,
} from './inbox-queries.ts';

export interface InboxCountsProps {
  readonly tasks: readonly Task[];
  /** Whether there are more of them than these. */
  readonly hasMore: boolean;
}

export function InboxCounts({ tasks, hasMore }: InboxCountsProps): ReactElement {
  const { t } = useTranslation('inbox');
  const others = useOthers();
  const overdue = tasks.filter((task) => task.overdue).length;
  const waiting = others.filter(({ number }) => number > 0);
  if (tasks.length === 0 && waiting.length === 0) {
    return <EmptyNote title={t('empty')} hint={t('emptyHint')} />;
  }
  const list = waiting
    .map(({ word, number }) => t(`also.${word}`, { number }))
    .join(t('listComma'));
  return (
    <p className="inbox-counts" role="status">
      {tasks.length === 0
        ? t('nothingToSign')
        : t(hasMore ? 'atLeast' : 'counts', { total: tasks.length, overdue })}
      {list === '' ? null : ` ${t('alsoWaiting', { list })}`}
    </p>
  );
}

function useOthers(): readonly {
  readonly word: 'deliverables' | 'consultations' | 'pending';
  readonly number: number;
}[] {
  const deliverables = useOwedDeliverables().data?.length ?? 0;
  const consultations = useConsultations().data?.length ?? 0;
  const pending = usePendingDecisions().data?.length ?? 0;
  return [
    { word: 'deliverables', number: deliverables },
    { word: 'consultations', number: consultations },
    { word: 'pending', number: pending },
  ];
}
