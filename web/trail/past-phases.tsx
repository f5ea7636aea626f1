/** The phases of a programme as they stood, each beside how it stands today. */
import type { ReactElement } from 'react';
import type { Programme } from '../programme/programme-query.ts';
import { useLanguage } from '../app/use-language.ts';
import { valueText, type Teller } from './event-words.ts';
import type { PastProgramme } from './types.ts';

export interface PastPhasesProps {
  readonly then: PastProgramme;
  readonly today: Programme;
  readonly teller: Teller;
}

type PastPhase = PastProgramme['phases'][number];

export function PastPhases({ then, today, teller }: PastPhasesProps): ReactElement {
  const { t } = teller;
  const columns = ['phase', 'round', 'state', 'window', 'deliverables', 'signing', 'now'] as const;
  return (
    <>
      <h3>{t('asOf.phases')}</h3>
      <div className="trail-scroll" role="region" tabIndex={0} aria-label={t('asOf.region')}>
        <table className="trail-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`asOf.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {then.phases.map((phase) => (
              <PhaseRow key={phase.key} phase={phase} today={today} teller={teller} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface PhaseRowProps extends Pick<PastPhasesProps, 'today' | 'teller'> {
  readonly phase: PastPhase;
}

function PhaseRow({ phase, today, teller }: PhaseRowProps): ReactElement {
  const { t } = teller;
  const { say } = useLanguage();
  const { deliverables, overdue, missed } = phase;
  const handedIn = deliverables.filter(({ status }) => status !== 'due').length;
  const marks = [...(overdue ? [t('asOf.overdue')] : []), ...(missed ? [t('asOf.missed')] : [])];
  const difference = differenceOf(phase, today, teller);
  return (
    <tr className={`trail-phase trail-phase-${phase.status}`}>
      <th scope="row">{say(phase.title)}</th>
      <td>{t('asOf.roundNo', { round: phase.round })}</td>
      <td>
        <span className="trail-state">{valueText(phase.status, t)}</span>
        {marks.map((mark) => (
          <span key={mark} className="trail-mark">
            {mark}
          </span>
        ))}
      </td>
      <td className="trail-days">
        <time dateTime={phase.opensOn}>{phase.opensOn}</time> –{' '}
        <time dateTime={phase.dueOn}>{phase.dueOn}</time>
      </td>
      <td>
        {deliverables.length === 0
          ? t('asOf.noDeliverables')
          : t('asOf.handedIn', { done: handedIn, all: deliverables.length })}
      </td>
      <td>
        <Votes phase={phase} teller={teller} />
      </td>
      <td className={difference === null ? 'trail-same' : 'trail-differs'}>
        {difference ?? t('asOf.same')}
      </td>
    </tr>
  );
}

function Votes({
  phase,
  teller,
}: {
  readonly phase: PastPhase;
  readonly teller: Teller;
}): ReactElement {
  const { t } = teller;
  const { say } = useLanguage();
  const slots = phase.steps.flatMap((step) =>
    step.slots.flatMap((slot) =>
      slot.decision === undefined ? [] : [{ step: step.key, ...slot }],
    ),
  );
  if (slots.length === 0) return <>{t('asOf.noVotes')}</>;
  return (
    <ul className="trail-votes">
      {slots.map(({ step, office, title, decision = '', opinion }) => (
        <li key={`${step}.${office}`}>
          {t('asOf.vote', { office: say(title), decision: valueText(decision, t) })}
          {opinion === undefined ? null : (
            <div className="trail-who">{t('asOf.opinion', { opinion })}</div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Null where status, round and due day are what they were. */
function differenceOf(
  phase: PastPhase,
  { phases }: Programme,
  { t, names }: Teller,
): string | null {
  const now = phases.find(({ key }) => key === phase.key);
  if (now === undefined) return t('asOf.gone');
  const what = [
    ...(now.status === phase.status ? [] : [valueText(now.status, t)]),
    ...(now.round === phase.round ? [] : [t('asOf.roundNo', { round: now.round })]),
    ...(now.dueOn === phase.dueOn ? [] : [now.dueOn]),
  ];
  return what.length === 0 ? null : t('asOf.nowIs', { what: names.list(what) });
}
