/** What would be wrong if it were started as it stands. */
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { SheetSection } from '../parts/sheet-section.tsx';
import type { Outline } from './definition-queries.ts';

export interface FaultsSectionProps {
  readonly outline: Outline;
  /** A vacant office that is given to somebody is no fault any more. */
  readonly accounts: Readonly<Record<string, string>>;
}

export function FaultsSection({ outline, accounts }: FaultsSectionProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const faults = outline.faults.filter(
    ({ office }) => office === undefined || (accounts[office] ?? '').trim() === '',
  );
  return (
    <SheetSection title={t('faults.section')}>
      {faults.length === 0 ? (
        <Alert type="success" showIcon title={t('faults.none')} />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={t('faults.some', { count: faults.length })}
          description={
            <ul className="start-faults">
              {faults.map(({ code, office, phase, message }) => (
                <li key={`${code} ${office ?? ''} ${phase ?? ''}`}>{say(message)}</li>
              ))}
            </ul>
          }
        />
      )}
    </SheetSection>
  );
}
