/** On what the days of a year rest: the notice with its amendments, the days off, and what the place settled. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { spanDays } from '../parts/days.ts';
import { Register } from '../parts/register.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import type { Calendar } from './calendar-queries.ts';

type Year = Calendar['years'][number];

export function RestsOn({
  calendar,
  year,
}: {
  readonly calendar: Calendar;
  readonly year: number;
}): ReactElement {
  const published = calendar.years.find((one) => one.year === year);
  return (
    <>
      {published === undefined ? null : <Notices year={published} />}
      <Overrides calendar={calendar} year={year} />
    </>
  );
}

function Notices({ year: shown }: { readonly year: Year }): ReactElement {
  const { t } = useTranslation('calendars');
  const { say, marks } = useLanguage();
  const { year, notice, amendments = [], holidays, makeUpWorkdays } = shown;
  const documents = [notice, ...amendments];
  return (
    <SheetSection title={t('notices')}>
      <ul aria-label={t('noticesCaption', { year })}>
        {documents.map(({ number, title, issuedOn }, index) => (
          <li key={number}>
            {index === 0 ? null : `${t('amended')} · `}
            <span lang="zh-CN">
              《{title}》 {number}
            </span>
            <span className="quiet"> · {t('issuedOn', { day: issuedOn })}</span>
          </li>
        ))}
      </ul>
      <Register
        caption={t('holidaysCaption', { year })}
        rows={holidays}
        rowKey={({ from }) => from}
        empty={t('noHolidays')}
        columns={[
          {
            key: 'name',
            title: t('holidayColumns.name'),
            cell: ({ name }) => say(name),
            isName: true,
          },
          {
            key: 'days',
            title: t('holidayColumns.days'),
            cell: ({ from, to }) => (from === to ? from : `${from} – ${to}`),
          },
          {
            key: 'count',
            title: t('holidayColumns.count'),
            cell: ({ from, to }) => t('days', { count: spanDays(from, to) }),
          },
        ]}
      />
      <p>
        {marks.labelled(
          t('makeUpDays'),
          makeUpWorkdays.length === 0 ? t('noMakeUp') : makeUpWorkdays.join(' · '),
        )}
      </p>
    </SheetSection>
  );
}

function Overrides({
  calendar,
  year,
}: {
  readonly calendar: Calendar;
  readonly year: number;
}): ReactElement {
  const { t } = useTranslation('calendars');
  const { say } = useLanguage();
  const rows = calendar.overrides.filter(({ date }) => date.startsWith(`${String(year)}-`));
  return (
    <SheetSection title={t('overrides')}>
      <Register
        caption={t('overridesCaption', { year })}
        rows={rows}
        rowKey={({ date }) => date}
        empty={t('noOverrides')}
        columns={[
          {
            key: 'date',
            title: t('overrideColumns.date'),
            cell: ({ date }) => date,
            isName: true,
          },
          {
            key: 'off',
            title: t('overrideColumns.off'),
            cell: ({ off }) => t(off ? 'off' : 'worked'),
          },
          { key: 'name', title: t('overrideColumns.name'), cell: ({ name }) => say(name) },
          {
            key: 'document',
            title: t('overrideColumns.document'),
            cell: ({ documentNumber }) => documentNumber,
          },
        ]}
      />
    </SheetSection>
  );
}
