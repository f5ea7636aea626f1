/** Something is being loaded. */
import { Spin } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export function Waiting(): ReactElement {
  const { t } = useTranslation('common');
  return (
    <div role="status" aria-label={t('loading')} className="waiting">
      <Spin size="large" />
    </div>
  );
}
