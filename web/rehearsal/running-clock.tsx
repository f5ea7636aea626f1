/** The rehearsal's clock, large, with what it will do next. */
import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../parts/when.tsx';
import type { Programme } from '../programme/programme-query.ts';
import {
  programmeMsAt,
  secondsUntil,
  standsForMs,
  type ClockReading,
} from '../parts/programme-time.ts';
import { daysBetween, nearestSpeed } from './speeds.ts';
import { hasEnded, spanOfPlan } from './summary.ts';
import { useSecond } from '../parts/use-second.ts';
import { useSpanWords, type Titles } from './use-words.ts';
import './running-clock.css';

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

export interface RunningClockProps {
  readonly programme: Programme;
  readonly reading: ClockReading;
  /** Programme time at which it ended; null while it runs. */
  readonly endedAt: string | null;
  readonly titles: Titles;
}

export function RunningClock({
  programme,
  reading,
  endedAt,
  titles,
}: RunningClockProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { speed } = useSpanWords();
  const second = useSecond(endedAt === null);
  const shown = endedAt ?? new Date(programmeMsAt(reading, second)).toISOString();
  const text = instantText(shown);
  const [day = '', time = ''] = text.split(' ');
  const weekday = WEEKDAYS[new Date(day).getUTCDay()] ?? 'sunday';
  const rate = reading.speed ?? 1;
  return (
    <section className="clock" aria-labelledby="clock-heading">
      <h2 id="clock-heading">{endedAt === null ? t('clock.heading') : t('clock.endedAt')}</h2>
      <p className="clock-face" role="timer">
        <time dateTime={shown}>
          <span className="clock-day">{day}</span>
          <span className="clock-weekday">{t(`weekdays.${weekday}`)}</span>
          <span className="clock-time">{time}</span>
        </time>
      </p>
      <p className="clock-facts">
        <Tag color={hasEnded(programme) ? 'default' : 'blue'}>
          {t(`status.${programme.status}`)}
        </Tag>
        <span>
          {t(`speeds.${nearestSpeed(rate).name}`)} · {speed(rate)}
        </span>
        <Progress programme={programme} day={day} />
      </p>
      {endedAt === null ? (
        <NextMoment programme={programme} reading={reading} second={second} titles={titles} />
      ) : null}
    </section>
  );
}

function Progress({
  programme,
  day,
}: {
  readonly programme: Programme;
  readonly day: string;
}): ReactElement {
  const { t } = useTranslation('rehearsal');
  const [first, last] = spanOfPlan(programme);
  const days = daysBetween(first, last);
  if (day < first) return <span>{t('clock.notYet')}</span>;
  if (day > last) return <span>{t('clock.over', { days })}</span>;
  return <span>{t('clock.day', { day: daysBetween(first, day), days })}</span>;
}

interface NextMomentProps {
  readonly programme: Programme;
  readonly reading: ClockReading;
  readonly second: number;
  readonly titles: Titles;
}

function NextMoment({ programme, reading, second, titles }: NextMomentProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { span } = useSpanWords();
  const { nextMoment, status } = programme;
  if (status === 'suspended') return <p className="clock-next">{t('clock.suspended')}</p>;
  const standsMs = standsForMs(reading, second);
  if (standsMs > 0) {
    return <p className="clock-next">{t('clock.stands', { span: span(standsMs / 1_000) })}</p>;
  }
  if (nextMoment === null) return <p className="clock-next">{t('clock.nextNone')}</p>;
  const { kind, at, phase, rung, workdaysBefore: days = 0 } = nextMoment;
  const away = secondsUntil(reading, at, second);
  const word = kind === 'remind' && days === 0 ? 'remindDue' : kind;
  const params = {
    phase: titles.phase(phase),
    days,
    rung: rung === undefined ? '' : t(`rungs.${rung}`),
  };
  return (
    <p className="clock-next">
      <strong>{t('clock.next')}</strong>
      <span>{instantText(at)}</span>
      <span>{t(`moments.${word}`, params)}</span>
      <span className="clock-away">
        {away < 1 ? t('clock.due') : t('clock.soon', { span: span(away) })}
      </span>
    </p>
  );
}
