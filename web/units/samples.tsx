/** Sample acceptance 抽查验收 of a roll-out: the rule, the samples drawn and what was found in each unit. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { usePlan } from '../api/plan.ts';
import { useHolds } from '../session/session.ts';
import type { Programme } from '../programme/programme-query.ts';
import { InspectionForm, type UnitInspected } from './inspection-form.tsx';
import { SampleTable } from './sample-table.tsx';
import { useDraw } from './unit-acts.ts';
import { useSamples, useUnitNames, type PhaseCount, type Rollout } from './unit-queries.ts';

export interface SamplesProps {
  readonly programme: Programme;
  readonly rollout: Rollout;
  readonly phase: PhaseCount;
  readonly inspection: NonNullable<Rollout['inspection']>;
}

export function Samples({ programme, rollout, phase, inspection }: SamplesProps): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const samples = useSamples(programme.id);
  const names = useUnitNames(programme.id, rollout.key);
  const mayInspect = useHolds()(inspection.office) && programme.status === 'active';
  const [inspected, setInspected] = useState<UnitInspected | null>(null);
  const [isRecorded, setRecorded] = useState(false);
  return (
    <section>
      <h3>{t('inspection')}</h3>
      <Rule programme={programme} inspection={inspection} />
      {mayInspect ? <Draw programme={programme.id} rollout={rollout.key} phase={phase} /> : null}
      <div aria-live="polite">
        {isRecorded ? <Alert type="success" showIcon title={t('recorded')} /> : null}
      </div>
      <Loaded query={samples}>
        {(items) => {
          const drawn = items.filter((sample) => sample.rollout === rollout.key);
          return drawn.length === 0 ? (
            <p className="units-key">{t('noSamples')}</p>
          ) : (
            drawn
              .map((sample, index) => (
                <SampleTable
                  key={sample.id}
                  sample={sample}
                  number={index + 1}
                  stage={say(
                    rollout.phases.find(({ key }) => key === sample.phase)?.title ?? NO_TITLE,
                  )}
                  names={names.data}
                  onRecord={mayInspect ? setInspected : null}
                />
              ))
              .toReversed()
          );
        }}
      </Loaded>
      {inspected === null ? null : (
        <InspectionForm
          programme={programme.id}
          inspected={inspected}
          onClose={(isDone) => {
            setRecorded(isDone);
            setInspected(null);
          }}
        />
      )}
    </section>
  );
}

/** Of a phase that a later version of the units' definition does not have. */
const NO_TITLE = { zh: '—', en: '—' };

function Rule({
  programme,
  inspection,
}: Pick<SamplesProps, 'programme' | 'inspection'>): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const plan = usePlan(programme.definition);
  const { office, sharePercent: share, least } = inspection;
  const title = plan.data?.offices.find(({ key }) => key === office)?.title;
  return <p>{t('rule', { office: title === undefined ? office : say(title), share, least })}</p>;
}

function Draw({
  programme,
  rollout,
  phase,
}: {
  readonly programme: string;
  readonly rollout: string;
  readonly phase: PhaseCount;
}): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const draw = useDraw(programme);
  return (
    <div className="units-filters">
      <Button loading={draw.isPending} onClick={() => draw.mutate({ rollout, phase: phase.key })}>
        {t('draw', { stage: say(phase.title) })}
      </Button>
      {draw.error === null ? null : <ProblemAlert error={draw.error} />}
      <div aria-live="polite">
        {draw.isSuccess ? <Alert type="success" showIcon title={t('drawn')} /> : null}
      </div>
    </div>
  );
}
