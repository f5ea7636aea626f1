/** An address that names nothing, or nothing that this reader may see. */
import { Button, Result } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../parts/page.tsx';

export function NotFoundPage(): ReactElement {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFound')}>
      <Result
        status="404"
        subTitle={t('notFoundHint')}
        extra={
          <Link to="/inbox">
            <Button type="primary">{t('toInbox')}</Button>
          </Link>
        }
      />
    </Page>
  );
}
