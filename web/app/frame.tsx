/** What stands around every page: where one can go, who one is, and whether the page is live. */
import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useMe, useSessionOver, type Me } from '../session/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import { Waiting } from './waiting.tsx';
import './frame.css';

const SessionOver = lazy(async () => ({
  default: (await import('../session/session-over.tsx')).SessionOver,
}));
const SignInPage = lazy(async () => ({
  default: (await import('../session/sign-in-page.tsx')).SignInPage,
}));

export function Frame(): ReactElement {
  const me = useMe();
  const isOver = useSessionOver();
  if (me.isPending) return <Waiting />;
  if (me.data === undefined) {
    return (
      <main>
        <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (me.data === null) {
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage />
      </Suspense>
    );
  }
  return (
    <>
      <SignedInFrame me={me.data} />
      <Suspense fallback={null}>{isOver ? <SessionOver /> : null}</Suspense>
    </>
  );
}

function SignedInFrame({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <header className="frame-head">
        <Button
          className="frame-menu-button"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('menu')}
          onClick={() => {
            setOpenAt(pathname);
          }}
        />
        <span className="frame-brand">{t('brand')}</span>
        <Navigation me={me} mode="bar" />
        <ConnectionNote />
        <LanguageSwitch />
        <AccountMenu me={me} />
      </header>
      <Drawer
        open={openAt === pathname}
        placement="left"
        size={280}
        title={t('menu')}
        onClose={() => {
          setOpenAt(null);
        }}
      >
        <Navigation me={me} mode="drawer" />
      </Drawer>
      <main id="content" className="frame-content">
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
