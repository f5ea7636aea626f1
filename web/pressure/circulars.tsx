/** The list of circulars 通报: rungs that were made known; what an appeal struck stays in it, as revoked. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useCirculars } from './pressure-queries.ts';

type Circular = Schemas['Circular'];

const COLUMNS = ['raisedOn', 'phase', 'rung', 'offices', 'late', 'answer', 'outcome'] as const;

export function Circulars(): ReactElement {
  const { t } = useTranslation('pressure');
  const circulars = useCirculars(useShownProgramme().id);
  return (
    <section>
      <h2>{t('circulars.title')}</h2>
      <Loaded query={circulars}>
        {(items) =>
          items.length === 0 ? (
            <p className="pressure-none">{t('circulars.none')}</p>
          ) : (
            <ScrollRegion label={t('circulars.title')}>
              <table className="facts circulars">
                <thead>
                  <tr>
                    {COLUMNS.map((column) => (
                      <th key={column} scope="col">
                        {t(`circulars.columns.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((circular) => (
                    <CircularRow key={circular.id} circular={circular} />
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )
        }
      </Loaded>
      <More list={circulars} className="pressure-more" />
    </section>
  );
}

function CircularRow({ circular }: { readonly circular: Circular }): ReactElement {
  const { t } = useTranslation('pressure');
  const { say, marks } = useLanguage();
  const { raisedOn, phaseTitle, round, rung, offices, dueOn, daysLate, revoked } = circular;
  const { answered, answerMissed } = circular;
  const title = round === 1 ? say(phaseTitle) : `${say(phaseTitle)} · ${t('round', { round })}`;
  return (
    <tr className={revoked ? 'circular-revoked' : undefined}>
      <td className="facts-when">
        <time dateTime={raisedOn}>{raisedOn}</time>
      </td>
      <td>{revoked ? <s>{title}</s> : title}</td>
      <td className="facts-when">{t(`rung.${rung}`)}</td>
      <td>{marks.listed(offices.map((office) => say(office.title)))}</td>
      <td>{t('circulars.late', { day: dueOn, days: daysLate })}</td>
      <td className="facts-when">
        {t(`state.${answered ? 'answered' : answerMissed ? 'missed' : 'owed'}`)}
      </td>
      <td>
        <Outcome circular={circular} />
      </td>
    </tr>
  );
}

function Outcome({ circular }: { readonly circular: Circular }): ReactElement | null {
  const { t } = useTranslation('pressure');
  const { revoked, review, accountability } = circular;
  if (revoked) return <strong>{t('circulars.revoked')}</strong>;
  const measure = accountability?.measure;
  const parts = [
    ...(review === 'none' || review === 'struck' ? [] : [t(`circulars.review.${review}`)]),
    ...(accountability === undefined
      ? []
      : [measure === undefined ? t('circulars.proposed') : t(`measure.${measure}`)]),
  ];
  return parts.length === 0 ? null : <>{parts.join(' · ')}</>;
}
