/** One programme: what it is and how it stands, and the way to each of its sides. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import { Announcements } from './announcement.tsx';
import { ProgrammeActions } from './programme-actions.tsx';
import { ProgrammeHead } from './programme-head.tsx';
import { useProgramme, type Programme } from './programme-query.ts';
import { tabsFor } from './tabs.ts';
import './facts.css';
import './programme-shell.css';

export function ProgrammeShell(): ReactElement {
  const { id = '' } = useParams();
  const programme = useProgramme(id);
  const titled = useProgrammeTitle();
  return (
    <Loaded query={programme}>
      {(data) => (
        <Announcements>
          <Page title={titled(data)} actions={<ProgrammeActions programme={data} />}>
            <ProgrammeHead programme={data} readAt={programme.dataUpdatedAt} />
            <Tabs programme={data} />
            <Outlet context={data} />
          </Page>
        </Announcements>
      )}
    </Loaded>
  );
}

/** The programme of the shell around a tab. */
export function useShownProgramme(): Programme {
  return useOutletContext<Programme>();
}

function Tabs({ programme }: { readonly programme: Programme }): ReactElement {
  const { t } = useTranslation('programme');
  return (
    <nav aria-label={t('tabs')} className="tabs">
      {tabsFor(programme).map(({ path, word }) => (
        <NavLink key={path} to={path} className="tab">
          {t(`tab.${word}`)}
        </NavLink>
      ))}
    </nav>
  );
}
