/** The rest of a plan: duties, indicators, roll-outs, the ladder, and what was settled where the paper is silent. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Register } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import type { Outline } from './definition-queries.ts';
import { officeNames } from './office-names.ts';
import { Owed, Signed } from './outline-work.tsx';

interface PartProps {
  readonly outline: Outline;
}

export function OutlineParts({ outline }: PartProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say, marks } = useLanguage();
  const { duties, indicators, rollouts, notes } = outline;
  return (
    <>
      {duties.length === 0 ? null : <Duties outline={outline} />}
      {indicators.length === 0 ? null : <Indicators outline={outline} />}
      {rollouts.length === 0 ? null : <Rollouts outline={outline} />}
      <LadderSection outline={outline} />
      {notes.length === 0 ? null : (
        <details className="outline-notes">
          <summary>{`${t('notes')}${marks.bracketed(String(notes.length))}`}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note.zh}>{say(note)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Duties({ outline }: PartProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const nameOf = officeNames(outline);
  return (
    <SheetSection title={t('duties.section')}>
      <Register
        caption={t('duties.caption')}
        rows={outline.duties}
        rowKey={({ key }) => key}
        empty=""
        columns={[
          {
            key: 'title',
            title: t('duties.columns.title'),
            isName: true,
            cell: ({ title, clause }) => (
              <>
                {say(title)}
                <div className="outline-more">
                  {clause === '' ? null : t('phases.clause', { clause })}
                </div>
              </>
            ),
          },
          {
            key: 'every',
            title: t('duties.columns.every'),
            cell: ({ every }) => t(`duties.every.${every}`),
          },
          {
            key: 'span',
            title: t('duties.columns.span'),
            cell: ({ from, until }) =>
              until === null ? t('duties.endless', { from }) : t('duties.span', { from, until }),
          },
          {
            key: 'owed',
            title: t('duties.columns.owed'),
            cell: (duty) => <Owed work={duty} nameOf={nameOf} />,
          },
          {
            key: 'signed',
            title: t('duties.columns.signed'),
            cell: (duty) => <Signed work={duty} />,
          },
        ]}
      />
    </SheetSection>
  );
}

function Indicators({ outline }: PartProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const nameOf = officeNames(outline);
  return (
    <SheetSection title={t('indicators.section')}>
      <Register
        caption={t('indicators.caption')}
        rows={outline.indicators}
        rowKey={({ key }) => key}
        empty=""
        columns={[
          {
            key: 'title',
            title: t('indicators.columns.title'),
            isName: true,
            cell: ({ title }) => say(title),
          },
          {
            key: 'office',
            title: t('indicators.columns.office'),
            cell: ({ office }) => say(nameOf(office)),
          },
          {
            key: 'targets',
            title: t('indicators.columns.targets'),
            cell: ({ targets, comparator, unit }) => (
              <ul className="outline-list">
                {targets.map(({ key, on, value }) => (
                  <li key={key}>
                    {t('indicators.target', {
                      ...{ on, value },
                      comparator: t(`indicators.comparator.${comparator}`),
                      unit: t(`indicators.unit.${unit}`),
                    })}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </SheetSection>
  );
}

function Rollouts({ outline }: PartProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const sets = new Map(outline.unitSets.map(({ key, title }) => [key, title]));
  return (
    <SheetSection title={t('rollouts.section')} hint={t('rollouts.hint')}>
      <Register
        caption={t('rollouts.caption')}
        rows={outline.rollouts}
        rowKey={({ key }) => key}
        empty=""
        columns={[
          {
            key: 'title',
            title: t('rollouts.columns.title'),
            isName: true,
            cell: ({ title }) => say(title),
          },
          {
            key: 'set',
            title: t('rollouts.columns.set'),
            cell: ({ unitSet }) => say(sets.get(unitSet) ?? { zh: unitSet, en: unitSet }),
          },
          {
            key: 'definition',
            title: t('rollouts.columns.definition'),
            cell: ({ definition: { key, version } }) => (
              <Link to={`/set-up/definitions/${key}?version=${String(version)}`}>{key}</Link>
            ),
          },
        ]}
      />
    </SheetSection>
  );
}

function LadderSection({ outline: { ladder } }: PartProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  return (
    <SheetSection title={t('ladder.section')}>
      <ol className="outline-ladder">
        {ladder.reminders.map((days) => (
          <li key={days}>{days === 0 ? t('ladder.dueDay') : t('ladder.reminders', { days })}</li>
        ))}
        {ladder.rungs.map(({ key, title, workdaysAfter: days }) => (
          <li key={key} className="outline-rung">
            {t('ladder.rung', { days, title: say(title) })}
          </li>
        ))}
      </ol>
    </SheetSection>
  );
}
