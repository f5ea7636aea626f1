/** Says that something is of a rehearsal. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import './rehearsal-mark.css';

export function RehearsalMark(): ReactElement {
  const { t } = useTranslation('common');
  return <span className="rehearsal-mark">{t('rehearsal')}</span>;
}
