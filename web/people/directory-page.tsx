/** The directory: what one may do in it, and its two lists. */
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { Page } from '../parts/page.tsx';
import { useMe } from '../session/session.ts';
import './directory.css';

export function DirectoryPage(): ReactElement {
  const { t } = useTranslation('people');
  const role = useMe().data?.roles[0];
  if (role === undefined) {
    return (
      <Page title={t('title')}>
        <Alert type="info" showIcon title={t('notYours')} description={t('duties.none')} />
      </Page>
    );
  }
  return (
    <Page title={t('title')}>
      <p className="quiet">{t(`duties.${role}`)}</p>
      <nav aria-label={t('lists')} className="directory-lists">
        <NavLink to="/people" end className="directory-list">
          {t('offices')}
        </NavLink>
        <NavLink to="/people/accounts" className="directory-list">
          {t('people')}
        </NavLink>
      </nav>
      <Outlet />
    </Page>
  );
}
