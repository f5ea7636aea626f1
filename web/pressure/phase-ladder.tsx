/** The ladder of one phase: who holds it up, what was raised in each round, and what will be raised next. */
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { When } from '../parts/when.tsx';
import { Fact, Facts } from './facts.tsx';
import type { Ladder, LadderRound, Phase } from './ladders.ts';
import { useOfficeNames } from './offices.tsx';
import { PhaseActs } from './phase-acts.tsx';
import type { Moment, Pending } from './pressure-queries.ts';
import { RungItem } from './rung-item.tsx';
import type { Standing } from './standing.ts';

export interface PhaseLadderProps {
  readonly ladder: Ladder;
  readonly standing: Standing;
  readonly pending: readonly Pending[];
}

export function PhaseLadder(props: PhaseLadderProps): ReactElement {
  const { say } = useLanguage();
  const { ladder, standing } = props;
  const { key, title, phase, rounds, isOpen } = ladder;
  const place = useRef<HTMLElement>(null);
  const isMeant = decodeURIComponent(useLocation().hash) === `#${key}`;
  useEffect(() => {
    if (isMeant) place.current?.scrollIntoView();
  }, [isMeant]);
  const isLate = isOpen && phase?.overdue === true;
  return (
    <article ref={place} id={key} className={isLate ? 'ladder ladder-late' : 'ladder'}>
      <h3>{say(title)}</h3>
      {phase === null ? null : <PhaseFacts phase={phase} isOpen={isOpen} />}
      {phase === null ? null : <PhaseActs phase={phase} standing={standing} />}
      {rounds.map((round) => (
        <Round key={round.round} {...props} round={round} isOnly={rounds.length === 1} />
      ))}
    </article>
  );
}

interface PhaseFactsProps {
  readonly phase: Phase;
  readonly isOpen: boolean;
}

function PhaseFacts({ phase, isOpen }: PhaseFactsProps): ReactElement {
  const { t } = useTranslation('pressure');
  const names = useOfficeNames();
  const { dueOn, overdue, missed, climbStopped, closedAt, lapsedAt, urgedAt, pressure } = phase;
  const lateness = overdue ? 'overdue' : missed ? 'missed' : 'inTime';
  return (
    <>
      <Facts>
        <Fact name={t('dueOn')}>
          <time dateTime={dueOn}>{dueOn}</time>{' '}
          <span className={overdue ? 'late-mark' : undefined}>{t(`lateness.${lateness}`)}</span>
        </Fact>
        {pressure === undefined || pressure.responsible.length === 0 ? null : (
          <Fact name={t('heldUpBy')}>{names(pressure.responsible)}</Fact>
        )}
        {urgedAt === undefined || !isOpen ? null : (
          <Fact name={t('urgedAt')}>
            <When at={urgedAt} />
          </Fact>
        )}
        {closedAt === undefined ? null : (
          <Fact name={t('closedAt')}>
            <When at={closedAt} />
          </Fact>
        )}
        {lapsedAt === undefined ? null : (
          <Fact name={t('lapsedAt')}>
            <When at={lapsedAt} />
          </Fact>
        )}
      </Facts>
      {climbStopped ? <p className="rung-note">{t('goodCause.stands')}</p> : null}
    </>
  );
}

interface RoundProps extends PhaseLadderProps {
  readonly round: LadderRound;
  readonly isOnly: boolean;
}

function Round({ round, isOnly, ladder, standing, pending }: RoundProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const name = t('round', { round: round.round });
  const isEmpty = round.raised.length === 0 && round.planned.length === 0;
  return (
    <section aria-label={`${say(ladder.title)} ${name}`}>
      {isOnly && round.round === 1 ? null : <p className="ladder-round">{name}</p>}
      {isEmpty ? (
        <p className="rung-note">{t(ladder.isOpen ? 'nothingPlanned' : 'nothingRaised')}</p>
      ) : (
        <ol className="rungs">
          {round.raised.map((escalation) => (
            <RungItem key={escalation.id} {...{ escalation, standing, pending }} />
          ))}
          {round.planned.map((moment) => (
            <PlannedItem key={`${moment.kind} ${moment.rung ?? ''}`} moment={moment} />
          ))}
        </ol>
      )}
    </section>
  );
}

function PlannedItem({ moment }: { readonly moment: Moment }): ReactElement {
  const { t } = useTranslation('pressure');
  const { kind, rung, at } = moment;
  return (
    <li className="rung rung-planned">
      <h4>
        {kind === 'missDeadline' || rung === undefined ? t('willMiss') : t(`rung.${rung}`)}{' '}
        <span className="state-mark">
          <span aria-hidden>◌ </span>
          {t('planned')} <When at={at} />
        </span>
      </h4>
    </li>
  );
}
