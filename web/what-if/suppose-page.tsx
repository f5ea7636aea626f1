/** What if: supposes changes of a programme under way, on a chart or by a form, and shows what would come of them. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../parts/loaded.tsx';
import { usePlan } from '../api/plan.ts';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { ChangeForm } from './change-form.tsx';
import { ChangeList } from './change-list.tsx';
import { PlanChart } from './plan-chart.tsx';
import { ProjectionResult } from './projection-result.tsx';
import { useProjection } from './projection-query.ts';
import {
  MOST_CHANGES,
  withChange,
  withoutExtension,
  type Change,
  type Phase,
} from './suppositions.ts';
import { ViewsNav } from './views-nav.tsx';
import './what-if.css';

export function SupposePage(): ReactElement {
  const { t } = useTranslation('whatIf');
  const programme = useShownProgramme();
  const plan = usePlan(programme.definition);
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const projection = useProjection(programme.id, changes);
  const shown = changes.length === 0 ? undefined : projection.data;
  const move = ({ key, dueOn }: Phase, day: string): void => {
    const extension: Change = { kind: 'extension', phase: key, dueOn: day };
    setChanges(day === dueOn ? withoutExtension(changes, key) : withChange(changes, extension));
  };
  return (
    <div className="what-if">
      <ViewsNav />
      <p className="what-if-hint">{t('hint')}</p>
      <PlanChart programme={programme} changes={changes} projection={shown} onMove={move} />
      <Loaded query={plan}>
        {(data) => (
          <>
            <ChangeForm
              programme={programme}
              plan={data}
              isFull={changes.length >= MOST_CHANGES}
              onAdd={(change) => setChanges(withChange(changes, change))}
            />
            <section>
              <div className="what-if-head">
                <h3>{t('list')}</h3>
                {changes.length === 0 ? null : (
                  <Button size="small" onClick={() => setChanges([])}>
                    {t('dropAll')}
                  </Button>
                )}
              </div>
              <ChangeList
                programme={programme}
                plan={data}
                changes={changes}
                onDrop={(dropped) => setChanges(changes.filter((one) => one !== dropped))}
              />
            </section>
          </>
        )}
      </Loaded>
      {changes.length === 0 ? null : (
        <section aria-busy={projection.isFetching}>
          <h2 className="what-if-title">{t('result')}</h2>
          <p role="status" className="what-if-hint">
            {projection.isFetching ? t('reckoning') : ''}
          </p>
          <Loaded query={projection}>{(data) => <ProjectionResult projection={data} />}</Loaded>
        </section>
      )}
    </div>
  );
}
