/** The three questions: what if, planning backward, and another version. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewLinks } from '../parts/view-links.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';

export function ViewsNav(): ReactElement {
  const { t } = useTranslation('whatIf');
  const base = `/programmes/${useShownProgramme().id}/what-if`;
  const views = [
    { to: base, label: t('view.suppose') },
    { to: `${base}/backward`, label: t('view.backward') },
    { to: `${base}/version`, label: t('view.version') },
  ];
  return <ViewLinks label={t('views')} views={views} />;
}
