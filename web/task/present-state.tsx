/** What has become of a place that is not open any more. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { instantText } from '../parts/when.tsx';
import type { Sheet } from './task-queries.ts';

export function PresentState({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const { decision, decidedAt = '', office, round, step } = sheet;
  if (decision === undefined) {
    const slot = sheet.currentStep.slots.find((one) => one.office === office);
    const isWaiting = sheet.currentStep.status === 'open' && slot?.status === 'waiting';
    return <p role="status">{t(isWaiting ? 'notYet' : 'cancelled')}</p>;
  }
  const made = sheet.opinions.findLast(
    (one) => one.office === office && one.round === round && one.step === step,
  );
  const name = made === undefined ? say(sheet.officeTitle) : say(made.by.name);
  return (
    <p role="status">
      {t('decidedBy', { name, at: instantText(decidedAt), decision: t(`decided.${decision}`) })}{' '}
      {t(`stepIs.${sheet.currentStep.status}`)}
    </p>
  );
}
