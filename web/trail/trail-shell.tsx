/** The audit trail of a programme: the way to its parts. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { ViewLinks } from '../parts/view-links.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useMe } from '../session/session.ts';
import './trail.css';

const SECTIONS = [
  { to: '.', word: 'record', isForAll: true },
  { to: 'as-of', word: 'asOf', isForAll: true },
  { to: 'verification', word: 'verification', isForAll: true },
  { to: 'workflow', word: 'workflow', isForAll: false },
] as const;

export function TrailShell(): ReactElement {
  const { t } = useTranslation('trail');
  const programme = useShownProgramme();
  const isAdministrator = (useMe().data?.roles.length ?? 0) > 0;
  const sections = SECTIONS.filter(({ isForAll }) => isForAll || isAdministrator);
  return (
    <>
      <ViewLinks
        label={t('sections')}
        views={sections.map(({ to, word }) => ({ to, label: t(`section.${word}`) }))}
      />
      <Outlet context={programme} />
    </>
  );
}
