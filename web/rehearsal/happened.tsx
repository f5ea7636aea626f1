/** What has just happened in the rehearsal, the newest first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../parts/loaded.tsx';
import { instantText } from '../parts/when.tsx';
import type { Programme } from '../programme/programme-query.ts';
import { isPressing, sentenceOf } from './event-sentence.ts';
import { useLatest } from './rehearsal-queries.ts';
import type { Titles } from './use-words.ts';

export interface HappenedProps {
  readonly programme: Programme;
  readonly titles: Titles;
}

export function Happened({ programme, titles }: HappenedProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const latest = useLatest(programme);
  return (
    <section className="panel" aria-labelledby="happened-heading">
      <div className="panel-head">
        <h2 id="happened-heading">{t('happened.heading')}</h2>
        <Link to={`/programmes/${programme.id}/trail`}>{t('happened.trail')}</Link>
      </div>
      <Loaded query={latest}>
        {(events) => {
          const told = events.flatMap((event) => {
            const sentence = sentenceOf(event, titles, (rung) => t(`rungs.${rung}`));
            return sentence === null
              ? []
              : [{ event, text: t(`events.${sentence.key}`, { ...sentence.params }) }];
          });
          if (told.length === 0) return <p className="panel-note">{t('happened.none')}</p>;
          return (
            <div className="happened" role="log" tabIndex={0} aria-label={t('happened.heading')}>
              <ol className="happened-list">
                {told.map(({ event, text }) => (
                  <li key={event.position} className={isPressing(event) ? 'pressing' : undefined}>
                    <time dateTime={event.at}>{instantText(event.at)}</time>
                    <span>{text}</span>
                  </li>
                ))}
              </ol>
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
