/** What a rehearsal that is over came to, and the way to the next one. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Programme } from '../programme/programme-query.ts';
import type { Escalation, Happening } from './rehearsal-queries.ts';
import { daysBetween } from './speeds.ts';
import { summaryOf } from './summary.ts';
import { useSpanWords } from './use-words.ts';
import { instantText } from '../parts/when.tsx';
import './end-summary.css';

export interface EndSummaryProps {
  readonly programme: Programme;
  readonly escalations: readonly Escalation[];
  /** The last entry of the record. */
  readonly last: Happening;
}

export function EndSummary({ programme, escalations, last }: EndSummaryProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { span } = useSpanWords();
  const { status, clock, startsOn, definition } = programme;
  const { phases, closed, late, repeated, rungs } = summaryOf(programme, escalations);
  const started = clock?.startedAt ?? last.recordedAt;
  const realSeconds = (Date.parse(last.recordedAt) - Date.parse(started)) / 1_000;
  const facts = [
    [t('end.phases'), t('end.of', { n: closed, total: phases })],
    [t('end.late'), String(late)],
    [t('end.rounds'), String(repeated)],
    [t('end.rungs'), String(rungs)],
    [
      t('end.took'),
      t('end.tookDays', { days: daysBetween(startsOn, instantText(last.at).slice(0, 10)) }),
    ],
    [t('end.real'), span(realSeconds)],
  ] as const;
  return (
    <section className="panel end" aria-labelledby="end-heading">
      <div className="panel-head">
        <h2 id="end-heading">{t('end.heading')}</h2>
        <Link to={`/rehearsals?definition=${definition.key}`}>
          <Button type="primary">{t('end.again')}</Button>
        </Link>
      </div>
      <p>{isEnd(status) ? t(`end.${status}`) : null}</p>
      <dl className="end-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type End = 'completed' | 'rejected' | 'withdrawn' | 'terminated';

function isEnd(status: Programme['status']): status is End {
  return status !== 'active' && status !== 'suspended' && status !== 'draft';
}
