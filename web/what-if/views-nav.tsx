/** The three questions: what if, planning backward, and another version. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import '../parts/subtabs.css';

export function ViewsNav(): ReactElement {
  const { t } = useTranslation('whatIf');
  const { id } = useShownProgramme();
  const base = `/programmes/${id}/what-if`;
  return (
    <nav aria-label={t('views')} className="subtabs">
      <NavLink to={base} end className="subtab">
        {t('view.suppose')}
      </NavLink>
      <NavLink to={`${base}/backward`} className="subtab">
        {t('view.backward')}
      </NavLink>
      <NavLink to={`${base}/version`} className="subtab">
        {t('view.version')}
      </NavLink>
    </nav>
  );
}
