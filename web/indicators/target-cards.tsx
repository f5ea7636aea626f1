/** The targets of an indicator, each with its value of today in a sentence, and measuring it now. */
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { usePlan } from '../api/plan.ts';
import { useHolds } from '../session/session.ts';
import type { Programme } from '../programme/programme-query.ts';
import { useMeasure } from './indicator-acts.ts';
import type { Indicator, Target } from './indicator-queries.ts';
import { standingOf } from './judge.ts';
import { useAmounts } from './use-amounts.ts';

export interface TargetCardsProps {
  readonly programme: Programme;
  readonly indicator: Indicator;
}

export function TargetCards({ programme, indicator }: TargetCardsProps): ReactElement {
  const { t } = useTranslation('indicators');
  const holds = useHolds();
  const owner = usePlan(programme.definition).data?.owner;
  const may =
    programme.status === 'active' &&
    (holds(indicator.office) || (owner !== undefined && holds(owner)));
  return (
    <section>
      <h3>{t('targets')}</h3>
      <ul className="targets">
        {indicator.targets.map((target) => (
          <li key={target.key} className="target">
            <Card indicator={indicator} target={target} />
            {may && target.status === 'open' ? (
              <MeasureNow programme={programme.id} indicator={indicator.key} target={target.key} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({
  indicator,
  target,
}: {
  readonly indicator: Indicator;
  readonly target: Target;
}): ReactElement {
  const { t } = useTranslation('indicators');
  const { say } = useLanguage();
  const amounts = useAmounts();
  const { current, from, on } = target;
  const word = standingOf(target);
  return (
    <>
      <p className="target-asked">
        <strong>{amounts.asked(indicator, target)}</strong>
        <span className={`standing standing-${word}`}>{t(`standing.${word}`)}</span>
      </p>
      <p className="indicators-small">{t('fromTo', { from, on })}</p>
      <p className="target-value">{amounts.value(indicator, current?.value ?? null)}</p>
      {current === null ? null : (
        <p className="indicators-small">
          {say(current.words)}
          {current.unmetCount === 0 ? null : <> · {t('short', { count: current.unmetCount })}</>}
          {current.missing === 0 ? null : <> · {t('missing', { count: current.missing })}</>}
        </p>
      )}
    </>
  );
}

function MeasureNow({
  programme,
  indicator,
  target,
}: {
  readonly programme: string;
  readonly indicator: string;
  readonly target: string;
}): ReactElement {
  const { t } = useTranslation('indicators');
  const { say } = useLanguage();
  const measure = useMeasure({ id: programme, key: indicator });
  return (
    <>
      <Button size="small" loading={measure.isPending} onClick={() => measure.mutate({ target })}>
        {t('measureNow', { target })}
      </Button>
      {measure.error === null ? null : <ProblemAlert error={measure.error} />}
      <div aria-live="polite">
        {measure.data === undefined ? null : (
          <Alert
            type="success"
            showIcon
            title={t('measured', { words: say(measure.data.measurement.words) })}
          />
        )}
      </div>
    </>
  );
}
