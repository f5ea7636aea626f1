/** The session has ended while somebody was at work: signing in again on top of the page, which keeps what was written. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SessionOver(): ReactElement {
  const { t } = useTranslation('session');
  return (
    <Dialog title={t('over')}>
      <p>{t('overHint')}</p>
      <SignInForm />
    </Dialog>
  );
}
