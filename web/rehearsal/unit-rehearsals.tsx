/** The programmes that a rehearsal runs for its units, each to be acted in likewise. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../parts/loaded.tsx';
import type { Programme } from '../programme/programme-query.ts';
import { useUnitProgrammes } from './rehearsal-queries.ts';

export function UnitRehearsals({ programme }: { readonly programme: Programme }): ReactElement {
  const { t } = useTranslation('rehearsal');
  const units = useUnitProgrammes(programme);
  return (
    <section className="panel" aria-labelledby="units-heading">
      <div className="panel-head">
        <h2 id="units-heading">{t('units.heading')}</h2>
        <Link to={`/programmes/${programme.id}/units`}>{t('toProgramme')}</Link>
      </div>
      <p className="panel-note">{t('units.hint')}</p>
      <Loaded query={units}>
        {({ items }) => (
          <ul className="unit-rehearsals">
            {items.map(({ id, title, status }) => (
              <li key={id}>
                <Link to={`/rehearsals/${id}`}>{title}</Link> · {t(`status.${status}`)}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
