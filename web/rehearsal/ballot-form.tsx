/** Recording the vote of a body: the numbers, of which the API computes the result. */
import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useAct, useActing } from './acting.ts';
import { recordVote, usualCounts } from './acts.ts';
import type { ItemFormProps } from './item-forms.tsx';

const COUNTS = ['eligible', 'present', 'inFavour', 'against', 'abstained'] as const;

export function BallotForm({ item, onDone }: ItemFormProps<'vote'>): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { titles, today } = useActing();
  const [counts, setCounts] = useState(usualCounts(today));
  const id = useId();
  const act = useAct(() => {
    onDone(t('act.done.vote', { office: titles.office(item.office) }));
  });
  return (
    <form
      className="item-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(recordVote(item, counts, (n) => t('act.voter', { n })));
      }}
    >
      <div className="ballot">
        <div>
          <label htmlFor={`${id}-day`}>{t('act.heldOn')}</label>
          <input
            id={`${id}-day`}
            className="field"
            type="date"
            required
            value={counts.heldOn}
            onChange={(event) => {
              setCounts({ ...counts, heldOn: event.target.value });
            }}
          />
        </div>
        {COUNTS.map((count) => (
          <div key={count}>
            <label htmlFor={`${id}-${count}`}>{t(`act.${count}`)}</label>
            <input
              id={`${id}-${count}`}
              className="field"
              type="number"
              min={0}
              max={1_000}
              required
              value={counts[count]}
              onChange={(event) => {
                setCounts({ ...counts, [count]: event.target.valueAsNumber || 0 });
              }}
            />
          </div>
        ))}
      </div>
      {act.error === null ? null : <ProblemAlert error={act.error} />}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {t('act.record')}
      </Button>
    </form>
  );
}
