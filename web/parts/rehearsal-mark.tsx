/** Says that something is of a rehearsal. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark.tsx';

export function RehearsalMark(): ReactElement {
  const { t } = useTranslation('common');
  return <Mark kind="rehearsal">{t('rehearsal')}</Mark>;
}
