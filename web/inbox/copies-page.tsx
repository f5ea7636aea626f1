/** The phases that were copied to the reader's offices, the newest first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import { When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import { EmptyNote, InboxFrame } from './inbox-frame.tsx';
import { useCopies } from './inbox-queries.ts';
import { Cell, Columns, Item } from './rows.tsx';

export function CopiesPage(): ReactElement {
  const { t } = useTranslation('inbox');
  const { say } = useLanguage();
  const copies = useCopies();
  const names = [
    t('columns.item'),
    t('columns.programme'),
    t('columns.from'),
    t('columns.note'),
    t('columns.at'),
  ];
  return (
    <InboxFrame title={t('copiesTitle')}>
      <Loaded query={copies}>
        {(items) =>
          items.length === 0 ? (
            <EmptyNote title={t('emptyCopies')} />
          ) : (
            <div className="inbox-section">
              <table className="inbox-table" role="table" aria-label={t('copiesTitle')}>
                <Columns names={names} />
                <tbody role="rowgroup">
                  {items.map((copy) => (
                    <tr key={copy.id} role="row">
                      <Item
                        to={`/programmes/${copy.programmeId}/overview#${copy.phase}`}
                        text={say(copy.phaseTitle)}
                        round={copy.round}
                        isRehearsal={copy.rehearsal}
                      />
                      <Cell name={t('columns.programme')}>
                        <ProgrammeTitle of={copy} />
                      </Cell>
                      <Cell name={t('columns.from')}>
                        {`${say(copy.fromTitle)} ${say(copy.by.name)}`}
                      </Cell>
                      <Cell name={t('columns.note')}>{copy.note ?? '—'}</Cell>
                      <Cell name={t('columns.at')}>
                        <When at={copy.at} />
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More list={copies} className="inbox-more" />
            </div>
          )
        }
      </Loaded>
    </InboxFrame>
  );
}
