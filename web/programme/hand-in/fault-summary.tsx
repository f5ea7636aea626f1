/** All that the checks found, before the table in which each stands at its row; read aloud as soon as it appears. */
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataFault } from './data-editor.tsx';
import { placeOfFault } from './fault-place.ts';

export function FaultSummary({ faults }: { readonly faults: readonly DataFault[] }): ReactElement {
  const { t } = useTranslation('programme');
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={t('handIn.faulty', { count: faults.length })}
      description={
        <ul className="fault-summary">
          {faults.map(({ pointer, text }, index) => {
            const { row } = placeOfFault(pointer);
            return (
              <li key={index}>
                {row === null ? '' : t('check.row', { row: row + 1 })}
                {text}
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
