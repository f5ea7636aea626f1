/** The first page for whoever is not signed in. */
import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../app/language-switch.tsx';
import { Page } from '../parts/page.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in-page.css';

export function SignInPage(): ReactElement {
  const { t } = useTranslation('session');
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Page title={t('brand')} actions={<LanguageSwitch />}>
          <p className="sign-in-lead">{t('lead')}</p>
          <Card>
            <SignInForm />
          </Card>
          <p className="sign-in-hint">{t('demoHint')}</p>
        </Page>
      </div>
    </main>
  );
}
