/** A rung that was raised: when and to whom, what was answered, an appeal, and what is proposed. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { When } from '../parts/when.tsx';
import { Fact, Facts, Quote } from './facts.tsx';
import { answerState } from './ladders.ts';
import { useOfficeNames } from './offices.tsx';
import type { Escalation } from './pressure-queries.ts';
import { RungActs, type RungActsProps } from './rung-acts.tsx';
import { StateMark } from './state-mark.tsx';

export function RungItem(props: RungActsProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const names = useOfficeNames();
  const { escalation } = props;
  const { title, rung, raisedAt, plannedAt, responsible, answerDueOn } = escalation;
  const state = answerState(escalation);
  return (
    <li className={`rung rung-${rung}`}>
      <h4>
        {say(title)} <StateMark state={state} />
      </h4>
      <Facts>
        <Fact name={t('raisedAt')}>
          <When at={raisedAt} />
          {isLate(plannedAt, raisedAt) ? (
            <>
              {t('plannedFor')} <When at={plannedAt} />
            </>
          ) : null}
        </Fact>
        <Fact name={t('responsible')}>{names(responsible)}</Fact>
        <Fact name={t('answerBy')}>
          <time dateTime={answerDueOn}>{answerDueOn}</time>
        </Fact>
      </Facts>
      <Answer escalation={escalation} />
      <Review escalation={escalation} />
      <Proposal escalation={escalation} />
      <RungActs {...props} />
    </li>
  );
}

const MINUTE_MS = 60_000;

/** What is made up for after the machine stood still is raised later than it was planned. */
function isLate(plannedAt: string, raisedAt: string): boolean {
  return Date.parse(raisedAt) - Date.parse(plannedAt) >= MINUTE_MS;
}

interface PartProps {
  readonly escalation: Escalation;
}

function Answer({ escalation }: PartProps): ReactElement | null {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const names = useOfficeNames();
  const { answer, answeredBy, answeredOffice, answeredAt } = escalation;
  if (answer === undefined || answeredAt === undefined) return null;
  return (
    <Quote
      lead={t('answered', {
        office: answeredOffice === undefined ? '' : names([answeredOffice]),
        name: answeredBy === undefined ? '' : say(answeredBy.name),
      })}
      at={answeredAt}
      text={answer}
    />
  );
}

function Review({ escalation: { review } }: PartProps): ReactElement | null {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const names = useOfficeNames();
  if (review === undefined) return null;
  const { office, grounds, status, decider, dueOn, decidedBy, decidedAt, opinion = '' } = review;
  return (
    <>
      <Quote lead={t('review.asked', { office: names([office]) })} text={grounds} />
      {status === 'open' || decidedAt === undefined ? (
        <p className="rung-note">
          {t('review.waits', {
            office: decider === undefined ? t('nobody') : names([decider]),
            day: dueOn ?? t('noDay'),
          })}
        </p>
      ) : (
        <Quote
          lead={t(status === 'struck' ? 'review.struckBy' : 'review.upheldBy', {
            office: decider === undefined ? '' : names([decider]),
            name: decidedBy === undefined ? '' : say(decidedBy.name),
          })}
          at={decidedAt}
          text={opinion}
        />
      )}
    </>
  );
}

function Proposal({ escalation: { accountability } }: PartProps): ReactElement | null {
  const { t } = useTranslation('pressure');
  const { say } = useLanguage();
  const names = useOfficeNames();
  if (accountability === undefined || accountability.status === 'struck') return null;
  const { decider, decidedBy, decidedAt, opinion = '' } = accountability;
  const measure = measureOf(accountability.measure);
  if (accountability.status === 'proposed' || decidedAt === undefined || measure === null) {
    return (
      <p className="rung-note">
        {t('proposal.waits', { office: decider === undefined ? t('nobody') : names([decider]) })}
      </p>
    );
  }
  return (
    <Quote
      lead={t('proposal.decided', {
        office: decider === undefined ? '' : names([decider]),
        name: decidedBy === undefined ? '' : say(decidedBy.name),
        measure: t(`measure.${measure}`),
      })}
      at={decidedAt}
      text={opinion}
    />
  );
}

const MEASURES = ['none', 'talk', 'criticism', 'discipline-referral'] as const;

function measureOf(measure: string | undefined): (typeof MEASURES)[number] | null {
  return MEASURES.find((one) => one === measure) ?? null;
}
