/** The first day of the plan: what it shifts, and where it ends. */
import { Alert, Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetSection } from '../parts/sheet-section.tsx';
import { daysFrom, spanDays } from '../parts/days.ts';
import type { Outline } from './definition-queries.ts';

const EARLIEST = '2000-01-01';
const LATEST = '2100-12-31';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface StartDaysProps {
  readonly outline: Outline;
  readonly onDay: (day: string) => void;
}

export function StartDays({ outline, onDay }: StartDaysProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { startsOn, endsOn, today, paperStartsOn } = outline;
  const choose = (day: string) => () => {
    onDay(day);
  };
  return (
    <SheetSection title={t('start.section')} hint={t('start.hint')}>
      <div className="start-days">
        {/* A day that comes from outside the field replaces what was typed. */}
        <DayField key={startsOn} day={startsOn} onDay={onDay} />
        <Button onClick={choose(today)} disabled={startsOn === today}>
          {t('start.today')}
        </Button>
        <Button onClick={choose(paperStartsOn)} disabled={startsOn === paperStartsOn}>
          {t('start.paper')}
        </Button>
      </div>
      <p role="status">
        {t('start.span', { from: startsOn, to: endsOn, days: spanDays(startsOn, endsOn) })} ·{' '}
        <Shift days={daysFrom(paperStartsOn, startsOn)} />
      </p>
      {startsOn < today ? <Alert type="warning" showIcon title={t('start.past')} /> : null}
    </SheetSection>
  );
}

interface DayFieldProps {
  readonly day: string;
  readonly onDay: (day: string) => void;
}

function DayField({ day, onDay }: DayFieldProps): ReactElement {
  const { t } = useTranslation('setUp');
  const id = useId();
  const [typed, setTyped] = useState(day);
  const isDay = DAY.test(typed) && typed >= EARLIEST && typed <= LATEST;
  return (
    <div>
      <label htmlFor={id}>{t('start.day')}</label>
      <Input
        id={id}
        type="date"
        min={EARLIEST}
        max={LATEST}
        value={typed}
        status={isDay ? '' : 'error'}
        aria-invalid={!isDay}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
        onBlur={() => {
          if (isDay && typed !== day) onDay(typed);
        }}
        onPressEnter={() => {
          if (isDay && typed !== day) onDay(typed);
        }}
      />
      <span id={`${id}-fault`} className="day-fault" role="status">
        {isDay ? '' : t('start.dayWrong')}
      </span>
    </div>
  );
}

function Shift({ days }: { readonly days: number }): ReactElement {
  const { t } = useTranslation('setUp');
  if (days === 0) return <>{t('start.unshifted')}</>;
  return <>{t(days > 0 ? 'start.shifted' : 'start.shiftedBack', { days: Math.abs(days) })}</>;
}
