/** The working-day calendar: a year at a glance, what it rests on, and how it came about. */
import { Alert, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { useChangeAddress } from '../parts/address.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { Particulars } from '../parts/sheet-section.tsx';
import { useMe } from '../session/session.ts';
import { useCalendar, useCalendars, type Calendar } from './calendar-queries.ts';
import { RestsOn } from './rests-on.tsx';
import { VersionsSection } from './versions-section.tsx';
import { YearSection } from './year-section.tsx';

export function CalendarsPage(): ReactElement {
  const { t } = useTranslation('calendars');
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const calendars = useCalendars();
  const items = calendars.data ?? [];
  const key = items.find((one) => one.key === search.get('key'))?.key ?? items[0]?.key;
  const isPublisher = useMe().data?.roles.includes('system-admin') ?? false;
  const actions =
    isPublisher && key !== undefined ? (
      <>
        <LinkButton type="primary" to={`/calendars/${key}/notice`}>
          {t('importNotice')}
        </LinkButton>
        <LinkButton to={`/calendars/${key}/override`}>{t('settleDays')}</LinkButton>
      </>
    ) : undefined;
  return (
    <Page title={t('title')} actions={actions}>
      {isPublisher ? null : <p className="quiet">{t('onlyAdministrator')}</p>}
      <Loaded query={calendars}>
        {(rows) => (
          <>
            {rows.length < 2 ? null : (
              <Select
                aria-label={t('choose')}
                value={key ?? null}
                options={rows.map((row) => ({ value: row.key, label: row.key }))}
                onChange={(chosen: string) => changeAddress({ key: chosen, year: null })}
              />
            )}
            {key === undefined ? <Alert type="info" title={t('none')} /> : <OneCalendar at={key} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OneCalendar({ at }: { readonly at: string }): ReactElement {
  const calendar = useCalendar(at);
  return <Loaded query={calendar}>{(data) => <Shown calendar={data} />}</Loaded>;
}

function Shown({ calendar }: { readonly calendar: Calendar }): ReactElement {
  const { t } = useTranslation('calendars');
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const asked = Number(search.get('year'));
  const last = Number(calendar.horizon.slice(0, 4));
  const year = Number.isInteger(asked) && asked > 1999 && asked < 2101 ? asked : last;
  const show = (chosen: number): void => {
    changeAddress({ key: calendar.key, year: String(chosen) });
  };
  return (
    <>
      <Particulars
        items={[
          { term: t('facts.version'), value: t('versionText', { version: calendar.version }) },
          { term: t('facts.horizon'), value: calendar.horizon },
          { term: t('facts.weekend'), value: <Weekend days={calendar.weekend} /> },
          { term: t('facts.zone'), value: calendar.zone },
        ]}
      />
      <YearSection calendar={calendar} year={year} onYear={show} />
      <RestsOn calendar={calendar} year={year} />
      <VersionsSection versions={calendar.versions} />
    </>
  );
}

/** By ISO day of the week. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function Weekend({ days }: { readonly days: readonly number[] }): ReactElement {
  const { t } = useTranslation('calendars');
  const { marks } = useLanguage();
  const names = WEEKDAYS.filter((_, index) => days.includes(index + 1)).map((day) =>
    t(`weekdayNames.${day}`),
  );
  return <>{marks.listed(names)}</>;
}
