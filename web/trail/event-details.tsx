/** What an entry changed, value by value, with its data and hashes as they are stored. */
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ChangesTable } from './changes-table.tsx';
import type { Teller } from './event-words.ts';
import { useEventChanges } from './trail-queries.ts';
import type { TrailEvent } from './types.ts';

export interface EventDetailsProps {
  readonly event: TrailEvent;
  readonly teller: Teller;
}

export function EventDetails({ event, teller }: EventDetailsProps): ReactElement {
  const { id } = useShownProgramme();
  const { position, hash, prevHash, data } = event;
  const { t } = teller;
  const changes = useEventChanges(id, position);
  const trail = `/programmes/${id}/trail`;
  return (
    <div className="trail-details">
      <p className="trail-links">
        <Link to={`${trail}/as-of?position=${String(position)}`}>{t('entry.asOf')}</Link>
        <Link to={`${trail}?entry=${String(position)}`}>{t('entry.link')}</Link>
      </p>
      <h3>{t('change.title')}</h3>
      <Loaded query={changes}>{(found) => <ChangesTable found={found} teller={teller} />}</Loaded>
      <dl className="trail-facts">
        <dt>{t('change.hash')}</dt>
        <dd>
          <code>{hash}</code>
        </dd>
        <dt>{t('change.prevHash')}</dt>
        <dd>
          <code>{prevHash}</code>
        </dd>
      </dl>
      <details>
        <summary>{t('change.data')}</summary>
        <pre role="region" tabIndex={0} aria-label={t('change.dataRegion', { position })}>
          {JSON.stringify(data, null, 2)}
        </pre>
      </details>
    </div>
  );
}
