/** One programme: what it is and how it stands, and the way to each of its sides. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { useProgramme, type Programme } from './programme-query.ts';
import { tabsFor } from './tabs.ts';
import './programme-shell.css';

export function ProgrammeShell(): ReactElement {
  const { id = '' } = useParams();
  const programme = useProgramme(id);
  return (
    <Loaded query={programme}>
      {(data) => (
        <Page title={data.title}>
          <Tabs programme={data} />
          <Outlet context={data} />
        </Page>
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
