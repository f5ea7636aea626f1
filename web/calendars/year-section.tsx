/** A year as twelve small months, in which every kind of day has a letter and a pattern of its own. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import { useDays, type Calendar, type CalendarDay } from './calendar-queries.ts';
import { kindOf, monthsOf, type DayKind, type Month } from './months.ts';
import './year-section.css';

export interface YearSectionProps {
  readonly calendar: Calendar;
  readonly year: number;
  readonly onYear: (year: number) => void;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MONTHS = [
  ...(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'] as const),
  ...(['m7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const),
] as const;
const MARKED = ['holiday', 'make-up', 'overrideOff', 'overrideWorked', 'provisional'] as const;

export function YearSection({ calendar, year, onYear }: YearSectionProps): ReactElement {
  const { t } = useTranslation('calendars');
  const days = useDays(calendar.key, year);
  const isPublished = calendar.years.some((one) => one.year === year);
  const step = (by: number): void => {
    onYear(year + by);
  };
  return (
    <SheetSection
      title={t('months', { year })}
      hint={t('monthsHint')}
      actions={
        <>
          <Button
            icon={<LeftOutlined />}
            aria-label={t('yearBefore')}
            onClick={() => {
              step(-1);
            }}
          />
          <strong aria-live="polite">{t('year', { year })}</strong>
          <Button
            icon={<RightOutlined />}
            aria-label={t('yearAfter')}
            onClick={() => {
              step(1);
            }}
          />
        </>
      }
    >
      {isPublished ? null : (
        <Alert type="warning" showIcon title={t('noNotice', { year })} className="year-note" />
      )}
      <Legend />
      <Loaded query={days}>
        {(rows) => (
          <div className="months">
            {monthsOf(rows).map((month) => (
              <OneMonth key={month.month} month={month} />
            ))}
          </div>
        )}
      </Loaded>
    </SheetSection>
  );
}

function Legend(): ReactElement {
  const { t } = useTranslation('calendars');
  return (
    <ul className="day-legend" aria-label={t('legend')}>
      {MARKED.map((kind) => (
        <li key={kind}>
          <span className={`day day-${kind}`} aria-hidden="true">
            <span className="day-mark">{t(`mark.${kind}`)}</span>
          </span>
          {t(`kind.${kind}`)}
        </li>
      ))}
      <li>
        <span className="day day-weekend" aria-hidden="true" />
        {t('kind.weekend')}
      </li>
    </ul>
  );
}

function OneMonth({
  month: { month, weeks },
}: {
  readonly month: Month<CalendarDay>;
}): ReactElement {
  const { t } = useTranslation('calendars');
  return (
    <table className="month">
      <caption>{t(`monthNames.${MONTHS[month - 1] ?? 'm1'}`)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={t(`weekdayNames.${day}`)}>
              <span aria-hidden="true">{t(`weekdays.${day}`)}</span>
              <span className="visually-hidden">{t(`weekdayNames.${day}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, at) => (day === null ? <td key={at} /> : <Day key={at} day={day} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { readonly day: CalendarDay }): ReactElement {
  const { t } = useTranslation('calendars');
  const words = useDayWords(day);
  const kind = kindOf(day);
  const mark = isMarkedKind(kind) ? kind : day.provisional && day.working ? 'provisional' : null;
  const isPlain = mark === null && kind === 'weekday';
  return (
    <td className={`day day-${mark ?? kind}`} title={isPlain ? undefined : `${day.date} ${words}`}>
      {Number(day.date.slice(8))}
      {mark === null ? null : (
        <span className="day-mark" aria-hidden="true">
          {t(`mark.${mark}`)}
        </span>
      )}
      {isPlain ? null : <span className="visually-hidden"> {words}</span>}
    </td>
  );
}

function useDayWords(day: CalendarDay): string {
  const { t } = useTranslation('calendars');
  const { say } = useLanguage();
  const { name, documentNumber, provisional } = day;
  return [
    t(`kind.${kindOf(day)}`),
    ...(name === null ? [] : [say(name)]),
    ...(documentNumber === null ? [] : [documentNumber]),
    ...(provisional ? [t('kind.provisional')] : []),
  ].join(' · ');
}

function isMarkedKind(kind: DayKind): kind is Exclude<DayKind, 'weekday' | 'weekend'> {
  return kind !== 'weekday' && kind !== 'weekend';
}
