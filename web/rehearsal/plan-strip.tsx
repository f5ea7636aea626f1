/** The plan as bars over its days, with the day of the rehearsal moving through them. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { instantText } from '../parts/when.tsx';
import type { Programme } from '../programme/programme-query.ts';
import { percentOf, programmeMsAt, type ClockReading } from '../parts/programme-time.ts';
import { spanOfPlan } from './summary.ts';
import { useSecond } from '../parts/use-second.ts';
import type { Phase } from './waiting.ts';
import './plan-strip.css';

const DAY_MS = 86_400_000;
/** Enough to tell them apart without their colours. */
const SIGNS = {
  scheduled: '○',
  open: '◐',
  overdue: '▲',
  closed: '●',
  closedLate: '●',
  returned: '↩',
  superseded: '✕',
  lapsed: '✕',
} as const;

type PhaseWord = keyof typeof SIGNS;

export interface PlanStripProps {
  readonly programme: Programme;
  readonly reading: ClockReading;
  readonly endedAt: string | null;
}

export function PlanStrip({ programme, reading, endedAt }: PlanStripProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const second = useSecond(endedAt === null);
  const atMs = endedAt === null ? programmeMsAt(reading, second) : Date.parse(endedAt);
  const [first, last] = spanOfPlan(programme);
  const axis = [startOf(programme, first), endOf(programme, last)] as const;
  const today = percentOf(atMs, axis);
  const day = instantText(new Date(atMs).toISOString()).slice(0, 10);
  return (
    <section className="panel" aria-labelledby="strip-heading">
      <div className="panel-head">
        <h2 id="strip-heading">{t('plan.heading')}</h2>
        <p className="panel-note">
          {t('plan.scale', { from: first, to: last })} · {t('plan.today', { day })}
        </p>
      </div>
      <ol className="strip">
        {programme.phases.map((phase) => (
          <StripRow key={phase.key} phase={phase} axis={axis} today={today} />
        ))}
      </ol>
    </section>
  );
}

interface StripRowProps {
  readonly phase: Phase;
  readonly axis: readonly [number, number];
  readonly today: number;
}

function StripRow({ phase, axis, today }: StripRowProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  const word = wordOf(phase);
  const from = percentOf(Date.parse(phase.opensAt), axis);
  const to = percentOf(Date.parse(phase.dueAt), axis);
  return (
    <li className="strip-row">
      <span className="strip-title">
        {say(phase.title)}
        {phase.round > 1 ? (
          <span className="strip-round">{t('plan.round', { round: phase.round })}</span>
        ) : null}
        <span className="strip-window">
          {t('plan.window', { from: phase.opensOn, to: phase.dueOn })}
        </span>
      </span>
      <span className="strip-track" aria-hidden="true">
        <span
          className={`strip-bar strip-${word}`}
          style={{ left: `${String(from)}%`, width: `${String(Math.max(to - from, 0.6))}%` }}
        />
        <span className="strip-today" style={{ left: `${String(today)}%` }} />
      </span>
      <span className={`strip-state strip-state-${word}`}>
        <span aria-hidden="true">{SIGNS[word]} </span>
        {t(`plan.state.${word}`)}
      </span>
    </li>
  );
}

function wordOf({ status, overdue, missed }: Phase): PhaseWord {
  if (status === 'open' && overdue) return 'overdue';
  if (status === 'closed' && missed) return 'closedLate';
  return status;
}

/** The phases say at which instants their days begin and end. */
function startOf({ phases }: Programme, day: string): number {
  const found = phases.find(({ opensOn }) => opensOn === day);
  return Date.parse(found?.opensAt ?? day);
}

function endOf({ phases }: Programme, day: string): number {
  const found = phases.find(({ dueOn }) => dueOn === day);
  return found === undefined ? Date.parse(day) + DAY_MS : Date.parse(found.dueAt);
}
