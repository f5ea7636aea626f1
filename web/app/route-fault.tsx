/** A page that failed: what to do about it, in place of an empty window. */
import { Button, Result } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { isMissingPart, useReload } from './missing-part.ts';

export function RouteFault(): ReactElement {
  const { t } = useTranslation('common');
  useReload(isMissingPart(useRouteError()));
  return (
    <Result
      status="error"
      title={t('pageFailed')}
      subTitle={t('pageFailedHint')}
      extra={
        <Button
          type="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('reload')}
        </Button>
      }
    />
  );
}
