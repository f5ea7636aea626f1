/** The two ways to look at indicators: one by one, or everything from the worst to the best. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewLinks } from '../parts/view-links.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';

export function ViewsNav(): ReactElement {
  const { t } = useTranslation('indicators');
  const base = `/programmes/${useShownProgramme().id}/indicators`;
  const views = [
    { to: base, label: t('view.list') },
    { to: `${base}/progress-list`, label: t('view.progress') },
  ];
  return <ViewLinks label={t('views')} views={views} />;
}
