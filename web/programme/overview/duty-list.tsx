/** Duties that come back: how often, what is open, how all periods came out, and the periods one by one. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { usePaged } from '../../api/paged.ts';
import { keys } from '../../api/queries.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { More } from '../../parts/more.tsx';
import { When } from '../../parts/when.tsx';
import { periodText } from '../phase-title.ts';
import type { Programme } from '../programme-query.ts';

type Duty = Schemas['Duty'];

const PAGE = '24';

export function DutyList({ programme }: { readonly programme: Programme }): ReactElement {
  const { t } = useTranslation('programme');
  return (
    <section className="duties" aria-labelledby="duties-heading">
      <h2 id="duties-heading">{t('duties')}</h2>
      {programme.duties.map((duty) => (
        <DutyCard key={duty.key} duty={duty} programmeId={programme.id} />
      ))}
    </section>
  );
}

interface DutyCardProps {
  readonly duty: Duty;
  readonly programmeId: string;
}

function DutyCard({ duty, programmeId }: DutyCardProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const [isShown, setShown] = useState(false);
  const { title, clause, every, counts, open, nextPeriod, nextOpensOn } = duty;
  return (
    <div className="duty-card">
      <h3>{say(title)}</h3>
      <p className="duty-facts">
        {clause === '' ? '' : `${clause} · `}
        {t(`every.${every}`)} · {t('dutyCounts', { ...counts })}
      </p>
      {open.map(({ phase, period, dueOn, overdue }) => (
        <p key={phase} className="duty-open">
          <a href={`#${phase}`}>{say(periodText(period))}</a> {t('dueOn', { day: dueOn })}
          {overdue ? <span className="mark-late"> ▲ {t('light.overdue')}</span> : null}
        </p>
      ))}
      {nextPeriod === null || nextOpensOn === null ? null : (
        <p className="duty-next">
          {t('dutyNext', { period: say(periodText(nextPeriod)), day: nextOpensOn })}
        </p>
      )}
      <details onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
        <summary>{t('periods')}</summary>
        {isShown ? <PeriodTable duty={duty} programmeId={programmeId} /> : null}
      </details>
    </div>
  );
}

function PeriodTable({ duty, programmeId }: DutyCardProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const periods = usePaged([...keys.programme(programmeId), 'periods', duty.key], (after) => {
    const path = { id: programmeId, duty: duty.key };
    const query = { limit: PAGE, ...after };
    return bodyOf(
      api.GET('/v1/programmes/{id}/duties/{duty}/periods', { params: { path, query } }),
    );
  });
  return (
    <>
      <Loaded query={periods}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('noPeriod')}</p>
          ) : (
            <div className="scroller" role="region" tabIndex={0} aria-label={say(duty.title)}>
              <PeriodRows items={items} title={say(duty.title)} />
            </div>
          )
        }
      </Loaded>
      <More list={periods} size="small" />
    </>
  );
}

function PeriodRows({
  items,
  title,
}: {
  readonly items: readonly Schemas['Period'][];
  readonly title: string;
}): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  return (
    <table className="facts-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('period.name')}</th>
          <th scope="col">{t('period.status')}</th>
          <th scope="col">{t('period.window')}</th>
          <th scope="col">{t('period.closed')}</th>
          <th scope="col">{t('period.rung')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.phase}>
            <th scope="row">{say(one.title)}</th>
            <td>{t(`periodStatus.${one.status}`)}</td>
            <td>
              {one.opensOn} {t('to')} {one.dueOn}
            </td>
            <td>{one.closedAt === undefined ? '—' : <When at={one.closedAt} />}</td>
            <td>{one.rung === undefined ? '—' : t(`rung.${one.rung}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
