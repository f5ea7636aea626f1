/** Whether the page follows what happens; a lost connection is said aloud. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../live/live-provider.tsx';

export function ConnectionNote(): ReactElement {
  const { t } = useTranslation('common');
  const connection = useConnection();
  return (
    <span
      role="status"
      className={connection === 'lost' ? 'connection connection-lost' : 'connection'}
    >
      {connection === 'off' ? '' : t(`connection.${connection}`)}
    </span>
  );
}
