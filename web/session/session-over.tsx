/** The session has ended while somebody was at work: signing in again on top of the page, which keeps what was written. */
import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.tsx';

export function SessionOver(): ReactElement {
  const { t } = useTranslation('session');
  return (
    <Modal open title={t('over')} footer={null} closable={false} keyboard={false}>
      <p>{t('overHint')}</p>
      <SignInForm />
    </Modal>
  );
}
