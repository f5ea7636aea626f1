/** One's own account: who one is, the language of the pages, and where one is signed in. */
import { Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Page } from '../parts/page.tsx';
import { Particulars, SheetSection } from '../parts/sheet-section.tsx';
import { useMe, type Me } from '../session/session.ts';
import { SessionsSection } from './sessions-section.tsx';

const LANGUAGES = { zh: '中文', en: 'English' } as const;

export function AccountPage(): ReactElement {
  const { t } = useTranslation('account');
  const me = useMe().data ?? null;
  return (
    <Page title={t('title')}>
      {me === null ? null : <PersonSection me={me} />}
      {me === null ? null : <LanguageSection me={me} />}
      <SessionsSection />
    </Page>
  );
}

function PersonSection({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation('account');
  const { say, marks } = useLanguage();
  const roles = me.roles.map((role) => t(`role.${role}`));
  return (
    <SheetSection title={t('person')}>
      <Particulars
        items={[
          { term: t('name'), value: say(me.name) },
          { term: t('account'), value: <code>{me.account}</code> },
          { term: t('roles'), value: roles.length === 0 ? t('noRole') : marks.listed(roles) },
          { term: t('offices'), value: <Offices me={me} /> },
        ]}
      />
    </SheetSection>
  );
}

function Offices({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation('account');
  const { say } = useLanguage();
  if (me.offices.length === 0) return <>{t('noOffice')}</>;
  return (
    <ul className="plain-list">
      {me.offices.map(({ key, title, programmeId }) => (
        <li key={`${key} ${programmeId ?? ''}`}>
          {say(title)}
          {programmeId === null ? null : <span className="quiet"> · {t('inOneProgramme')}</span>}
        </li>
      ))}
    </ul>
  );
}

function LanguageSection({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation('account');
  const { language, change } = useLanguage();
  return (
    <SheetSection
      title={t('language')}
      hint={t('languageHint', { language: LANGUAGES[me.locale] })}
    >
      <Radio.Group
        aria-label={t('language')}
        value={language}
        onChange={({ target }) => {
          change(target.value === 'en' ? 'en' : 'zh');
        }}
      >
        <Radio value="zh">
          <span lang="zh-CN">{LANGUAGES.zh}</span>
        </Radio>
        <Radio value="en">
          <span lang="en">{LANGUAGES.en}</span>
        </Radio>
      </Radio.Group>
    </SheetSection>
  );
}
