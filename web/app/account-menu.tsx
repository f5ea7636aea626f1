/** Who is signed in, with what offices, and the way out. */
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSignOut, type Me } from '../session/session.ts';
import { useLanguage } from './use-language.ts';

export function AccountMenu({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation('common');
  const { say } = useLanguage();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const signOut = useSignOut();
  const leave = (): void => signOut.mutate(undefined);
  return (
    <Popover
      trigger="click"
      open={openAt === pathname}
      onOpenChange={(isOpen) => {
        setOpenAt(isOpen ? pathname : null);
      }}
      placement="bottomRight"
      title={say(me.name)}
      content={
        <div className="account">
          {me.offices.length === 0 ? null : (
            <ul aria-label={t('offices')}>
              {me.offices.map(({ key, title }) => (
                <li key={key}>{say(title)}</li>
              ))}
            </ul>
          )}
          <p>
            <Link to="/account">{t('account')}</Link>
          </p>
          <Button onClick={leave} loading={signOut.isPending} block>
            {t('signOut')}
          </Button>
        </div>
      }
    >
      <Button type="text">{say(me.name)}</Button>
    </Popover>
  );
}
