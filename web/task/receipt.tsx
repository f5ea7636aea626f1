/** What was done, when, and where it stands in the ledger; and what waits next. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useLanguage } from '../app/use-language.ts';
import { When } from '../parts/when.tsx';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import type { PhaseAct } from './act-on-task.ts';
import type { Decision, Sheet } from './task-queries.ts';

export interface ReceiptProps {
  readonly act: PhaseAct;
  readonly sheet: Sheet;
  /** Null for the record of a meeting, from which the decision is computed. */
  readonly decision: Decision | null;
}

export function Receipt({ act, sheet, decision }: ReceiptProps): ReactElement {
  const { t } = useTranslation('task');
  const heading = useRef<HTMLHeadingElement>(null);
  const entry = useLedgerEntry(sheet.programmeId, act.position).data;
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="task-receipt">
      <h3 ref={heading} tabIndex={-1}>
        {decision === null ? t('ballot.recorded') : t(`done.${decision}`)}
      </h3>
      <p role="status">{standing(act, t)}</p>
      <dl className="task-facts">
        {entry === undefined ? null : (
          <div>
            <dt>{t('receipt.at')}</dt>
            <dd>
              <When at={entry.at} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('receipt.position')}</dt>
          <dd>{t('receipt.positionNumber', { position: act.position })}</dd>
        </div>
        {entry === undefined ? null : (
          <div className="task-hash">
            <dt>{t('receipt.hash')}</dt>
            <dd>
              <code>{entry.hash}</code>
            </dd>
          </div>
        )}
      </dl>
      <Next sheet={sheet} />
    </div>
  );
}

function standing(
  { programme, phase }: PhaseAct,
  t: ReturnType<typeof useTranslation<'task'>>['t'],
): string {
  if (programme.status !== 'active') return t(`programmeIs.${programme.status}`);
  return t(`phaseIs.${phase.status}`, { round: phase.round });
}

/** The entry of the ledger that the act made. */
function useLedgerEntry(
  programmeId: string,
  position: number,
): UseQueryResult<Schemas['Event'] | undefined> {
  const query = { after: String(position - 1), limit: '1' };
  return useQuery({
    queryKey: [...keys.programme(programmeId), 'entry', position],
    queryFn: async () => {
      const params = { path: { id: programmeId }, query };
      const { items } = await bodyOf(api.GET('/v1/programmes/{id}/events', { params }));
      return items[0] ?? null;
    },
    select: (entry) => entry ?? undefined,
    staleTime: Infinity,
  });
}

function Next({ sheet }: { readonly sheet: Sheet }): ReactElement | null {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const titled = useProgrammeTitle();
  const waiting = useQuery({
    queryKey: [...keys.tasks, 'next', sheet.id],
    queryFn: () =>
      bodyOf(api.GET('/v1/tasks', { params: { query: { scope: 'mine', limit: '2' } } })),
  }).data;
  if (waiting === undefined) return null;
  const next = waiting.items.find(({ id }) => id !== sheet.id);
  if (next === undefined) {
    return (
      <p>
        {t('nothingNext')} <Link to="/inbox">{t('backToInbox')}</Link>
      </p>
    );
  }
  return (
    <p>
      {t('nextItem')}{' '}
      <Link to={`/tasks/${next.id}`}>
        {`${titled(next)} · ${say(next.phaseTitle)} · ${say(next.stepTitle)}`}
      </Link>
    </p>
  );
}
