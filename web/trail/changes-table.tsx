/** The values before and after an entry. */
import type { ReactElement } from 'react';
import { changeText, placeText, type ChangeValue } from './change-words.ts';
import type { Teller } from './event-words.ts';
import type { EventChanges } from './types.ts';

export interface ChangesTableProps {
  readonly found: EventChanges;
  readonly teller: Teller;
}

/** It rises with every entry, which says nothing. */
const SAYS_NOTHING = '/position';

export function ChangesTable({ found, teller }: ChangesTableProps): ReactElement {
  const { t } = teller;
  const { event, more, people } = found;
  const { position } = event;
  const changes = found.changes.filter(({ path }) => path !== SAYS_NOTHING);
  if (changes.length === 0) return <p>{t('change.none')}</p>;
  return (
    <>
      {position === 1 ? <p>{t('change.begin')}</p> : null}
      <div
        className="trail-scroll"
        role="region"
        tabIndex={0}
        aria-label={t('change.region', { position })}
      >
        <table className="trail-table">
          <thead>
            <tr>
              <th scope="col">{t('change.what')}</th>
              <th scope="col">{t('change.before')}</th>
              <th scope="col">{t('change.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.path}>
                <th scope="row" title={change.path}>
                  {placeText(change.place, teller)}
                </th>
                <td>
                  <Value value={changeText(change.before, { teller, people })} />
                </td>
                <td>
                  <Value value={changeText(change.after, { teller, people })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more ? <p>{t('change.more', { shown: found.changes.length })}</p> : null}
    </>
  );
}

function Value({ value: { text, isCode } }: { readonly value: ChangeValue }): ReactElement {
  return isCode ? <code>{text}</code> : <>{text}</>;
}
