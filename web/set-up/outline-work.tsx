/** What is handed in and how it is signed, for phases and duties alike. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import type { Outline } from './definition-queries.ts';
import type { OfficeNames } from './office-names.ts';

type Work = Pick<Outline['phases'][number], 'deliverables' | 'steps'>;

export interface OwedProps {
  readonly work: Work;
  readonly nameOf: OfficeNames;
}

export function Owed({ work: { deliverables }, nameOf }: OwedProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  if (deliverables.length === 0) return <span className="quiet">{t('phases.nothingOwed')}</span>;
  return (
    <ul className="outline-list">
      {deliverables.map(({ key, title, office }) => (
        <li key={key}>
          {say(title)} <span className="quiet small">{say(nameOf(office))}</span>
        </li>
      ))}
    </ul>
  );
}

export function Signed({ work: { steps } }: { readonly work: Work }): ReactElement {
  const { say } = useLanguage();
  return (
    <ol className="outline-list">
      {steps.map(({ key, title, policy }) => (
        <li key={key}>
          {say(title)} <div className="quiet small">{say(policy)}</div>
        </li>
      ))}
    </ol>
  );
}
