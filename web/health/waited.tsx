/** Since when something waits, as a length of time. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { latenessBetween } from './lateness.ts';

export interface WaitedProps {
  readonly since: string;
  readonly at: string;
}

export function Waited({ since, at }: WaitedProps): ReactElement {
  const { t } = useTranslation('health');
  const { unit, value } = latenessBetween(since, at);
  return <>{t(`length.${unit}`, { value })}</>;
}
