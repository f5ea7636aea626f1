/** The programmes that the reader started, the newest first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../parts/loaded.tsx';
import { Mark } from '../parts/mark.tsx';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import { More } from '../parts/more.tsx';
import { EmptyNote, InboxFrame } from './inbox-frame.tsx';
import { useStarted } from './inbox-queries.ts';
import { Cell, Columns, Item } from './rows.tsx';

export function StartedPage(): ReactElement {
  const { t } = useTranslation(['inbox', 'common']);
  const started = useStarted();
  const names = [
    t('columns.programme'),
    t('columns.status'),
    t('columns.startsOn'),
    t('columns.openPhases'),
  ];
  const titled = useProgrammeTitle();
  return (
    <InboxFrame title={t('startedTitle')}>
      <Loaded query={started}>
        {(items) =>
          items.length === 0 ? (
            <EmptyNote title={t('emptyStarted')} />
          ) : (
            <div className="inbox-section">
              <table className="inbox-table" role="table" aria-label={t('startedTitle')}>
                <Columns names={names} />
                <tbody role="rowgroup">
                  {items.map((programme) => (
                    <tr key={programme.id} role="row">
                      <Item
                        to={`/programmes/${programme.id}/overview`}
                        text={titled(programme)}
                        isRehearsal={programme.rehearsal}
                      />
                      <Cell name={t('columns.status')}>
                        {t(`programmeStatus.${programme.status}`)}{' '}
                        {programme.overdue ? (
                          <Mark kind="overdue">{t('common:overdue')}</Mark>
                        ) : null}
                      </Cell>
                      <Cell name={t('columns.startsOn')}>
                        <time dateTime={programme.startsOn}>{programme.startsOn}</time>
                      </Cell>
                      <Cell name={t('columns.openPhases')}>
                        {t('openPhaseCount', { number: programme.openPhases.length })}
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More list={started} className="inbox-more" />
            </div>
          )
        }
      </Loaded>
    </InboxFrame>
  );
}
