/** Changes a frozen list of units, as the owner: who joins, who leaves, and why. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../api/plan.ts';
import type { Programme } from '../programme/programme-query.ts';
import { UnitChangeForm } from './unit-change-form.tsx';
import type { Rollout } from './unit-queries.ts';

export interface UnitChangeProps {
  readonly programme: Programme;
  readonly plan: Plan;
  readonly rollouts: readonly Rollout[];
}

export function UnitChange(props: UnitChangeProps): ReactElement {
  const { t } = useTranslation('units');
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('change')}</Button>
      <div aria-live="polite">
        {isChanged ? <Alert type="success" showIcon title={t('changed')} /> : null}
      </div>
      {isOpen ? (
        <UnitChangeForm
          {...props}
          onClose={(isDone) => {
            setChanged(isDone);
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
