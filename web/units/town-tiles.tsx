/** The towns as tiles, shaded and labelled by how many of their units have finished; each leads to the units behind it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { SHADES, shadeOf } from './standing.ts';
import type { PhaseCount } from './unit-queries.ts';
import { useAddressWith } from '../parts/address.ts';

export function TownTiles({ phase }: { readonly phase: PhaseCount }): ReactElement | null {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const [address] = useSearchParams();
  const addressWith = useAddressWith();
  const chosen = address.get('within');
  if (phase.groups.length === 0) return null;
  const heading = t('towns', { stage: say(phase.title) });
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="tiles">
        {phase.groups.map(({ group, done, total, percent }) => {
          const isChosen = group.key === chosen;
          return (
            <li key={group.key}>
              <Link
                className={`tile tile-${shadeOf({ done, total })}`}
                to={addressWith({ phase: phase.key, within: isChosen ? null : group.key })}
                aria-current={isChosen ? 'true' : undefined}
                preventScrollReset
              >
                <span className="tile-name">{say(group.title)}</span>
                <span className="tile-count">{t('townCount', { done, total, percent })}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <p className="units-key">
        {t('townKey')}
        {SHADES.map((shade) => (
          <span key={shade} className={`tile-step tile-${shade}`}>
            {t(`steps.${shade}`)}
          </span>
        ))}
      </p>
    </section>
  );
}
