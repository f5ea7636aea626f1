/** What fires next: programme, what will happen, when. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { RehearsalMark } from '../parts/rehearsal-mark.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import type { Promises } from './promises-query.ts';

type Armed = Promises['armed']['next'][number];

export function ArmedTable({ armed }: { readonly armed: readonly Armed[] }): ReactElement {
  const { t } = useTranslation('health');
  return (
    <section>
      <h2>{t('next')}</h2>
      {armed.length === 0 ? (
        <p>{t('nextNone')}</p>
      ) : (
        <ScrollRegion label={t('next')}>
          <table className="facts">
            <thead>
              <tr>
                <th scope="col">{t('columns.at')}</th>
                <th scope="col">{t('columns.what')}</th>
                <th scope="col">{t('columns.programme')}</th>
              </tr>
            </thead>
            <tbody>
              {armed.map((moment) => (
                <ArmedRow key={rowKey(moment)} moment={moment} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

function ArmedRow({ moment }: { readonly moment: Armed }): ReactElement {
  const { t } = useTranslation('health');
  const { say } = useLanguage();
  const { programmeId, rehearsal, phaseTitle, kind, rung, realAt } = moment;
  return (
    <tr>
      <td className="facts-when">
        <When at={realAt} />
      </td>
      <td>
        {t(`kind.${kind}`)}
        {rung === undefined ? null : t('rungOf', { rung: t(`rung.${rung}`) })}
        {phaseTitle === null ? null : t('phaseOf', { phase: say(phaseTitle) })}
      </td>
      <td>
        <Link to={`/programmes/${programmeId}/overview`}>
          <ProgrammeTitle of={moment} />
        </Link>{' '}
        {rehearsal ? <RehearsalMark /> : null}
      </td>
    </tr>
  );
}

function rowKey({ programmeId, phase, round, kind, at, office, rung }: Armed): string {
  return [programmeId, phase, round, kind, at, office, rung].join(' ');
}
