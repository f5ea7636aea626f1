/** Rehearsals: starting one, and those that one has started. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useDefinitions } from '../api/definitions.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { RehearsalList } from './rehearsal-list.tsx';
import { StartForm } from './start-form.tsx';
import './rehearsal.css';

export function RehearsalsPage(): ReactElement {
  const { t } = useTranslation('rehearsal');
  const definitions = useDefinitions();
  return (
    <Page title={t('title')}>
      <p className="panel-note">{t('lead')}</p>
      <div className="rehearsals">
        <section className="panel" aria-labelledby="start-heading">
          <div className="panel-head">
            <h2 id="start-heading">{t('start.heading')}</h2>
          </div>
          <Loaded query={definitions}>{(items) => <StartForm definitions={items} />}</Loaded>
        </section>
        <RehearsalList />
      </div>
    </Page>
  );
}
