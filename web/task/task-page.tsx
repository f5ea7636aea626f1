/** The sheet of a task 签批单: all that one needs to decide on one page, and the decision. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { DecisionDesk } from './decision-desk.tsx';
import { Evidence } from './evidence.tsx';
import { Facts } from './facts.tsx';
import { Opinions } from './opinions.tsx';
import { Signers } from './signers.tsx';
import { useNames, useSheet, type Sheet } from './task-queries.ts';
import './task.css';

export function TaskPage(): ReactElement {
  const { id = '' } = useParams();
  const { t } = useTranslation('task');
  const sheet = useSheet(id);
  if (sheet.data === undefined) {
    return (
      <Page title={t('sheet')}>
        <Loaded query={sheet}>{() => null}</Loaded>
      </Page>
    );
  }
  return (
    <Loaded query={sheet}>
      {(data) => (
        <>
          <p className="task-back">
            <Link to="/inbox">{t('backToInbox')}</Link>
          </p>
          {/* Another task is another page: what was opened and written on this one is not its. */}
          <ShownSheet key={data.id} sheet={data} />
        </>
      )}
    </Loaded>
  );
}

function ShownSheet({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const names = useNames(sheet.programmeId);
  const [notice, setNotice] = useState('');
  return (
    <Page title={`${say(sheet.phaseTitle)} · ${say(sheet.stepTitle)}`}>
      <p className="task-kicker">
        {t('sheet')}
        <a className="task-jump" href="#task-desk">
          {t('toDesk')}
        </a>
      </p>
      <div role="status" className="task-notice">
        {notice}
      </div>
      <div className="task-columns">
        <div className="task-main">
          <Facts sheet={sheet} names={names} />
          <Evidence sheet={sheet} names={names} />
          <Opinions sheet={sheet} names={names} />
        </div>
        <div className="task-side">
          <DecisionDesk sheet={sheet} names={names} onNotice={setNotice} />
          <Signers sheet={sheet} names={names} />
        </div>
      </div>
    </Page>
  );
}
