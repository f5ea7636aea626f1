/** The two ways to look at indicators: one by one, or everything from the worst to the best. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useShownProgramme } from '../programme/programme-shell.tsx';

export function ViewsNav(): ReactElement {
  const { t } = useTranslation('indicators');
  const { id } = useShownProgramme();
  const base = `/programmes/${id}/indicators`;
  return (
    <nav aria-label={t('views')} className="subtabs">
      <NavLink to={base} end className="subtab">
        {t('view.list')}
      </NavLink>
      <NavLink to={`${base}/progress-list`} className="subtab">
        {t('view.progress')}
      </NavLink>
    </nav>
  );
}
