/** What the workflow has done last, and what it is doing. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from './moment.tsx';
import type { WorkflowView } from './types.ts';

export function ActivityTable({ both }: { readonly both: WorkflowView }): ReactElement {
  const { t } = useTranslation('trail');
  const { lastActivities = [], pendingActivities = [] } = both;
  return (
    <>
      {pendingActivities.length === 0 ? null : (
        <>
          <h3>{t('workflow.pending')}</h3>
          <ul>
            {pendingActivities.map(({ activity, attempt, lastFailure }) => (
              <li key={activity}>
                <code>{activity}</code> · {t('workflow.attempt', { attempt })}
                {lastFailure === null ? '' : ` · ${lastFailure}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('workflow.activities')}</h3>
      {lastActivities.length === 0 ? (
        <p>{t('workflow.noActivities')}</p>
      ) : (
        <div className="trail-scroll" role="region" tabIndex={0} aria-label={t('workflow.region')}>
          <table className="trail-table">
            <thead>
              <tr>
                {(['scheduledAt', 'activity', 'summary', 'outcome'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`workflow.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lastActivities.map(({ activity, summary, scheduledAt, outcome }, index) => (
                <tr key={index}>
                  <td className="trail-days">
                    <Moment at={scheduledAt} />
                  </td>
                  <th scope="row">
                    <code>{activity}</code>
                  </th>
                  <td>{summary ?? ''}</td>
                  <td>{t(`workflow.outcomes.${outcome}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
