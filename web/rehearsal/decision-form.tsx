/** Signing, or not, in the place of the slot that asks for it. */
import { Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useAct, useActing } from './acting.ts';
import { decide, type Decision } from './acts.ts';
import type { ItemFormProps } from './item-forms.tsx';

const DECISIONS = ['approve', 'return', 'reject', 'abstain'] as const satisfies readonly Decision[];

export function DecisionForm({ item, onDone }: ItemFormProps<'sign'>): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  const { titles } = useActing();
  const [opinion, setOpinion] = useState('');
  const [chosen, setChosen] = useState<Decision>('approve');
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const act = useAct(() => {
    const office = titles.office(item.office);
    onDone(t(`act.done.${chosen}`, { office, title: say(item.phase.title) }));
  });
  const choose = (decision: Decision): void => {
    const given = opinion.trim();
    setMissing(decision !== 'approve' && given === '');
    if (decision !== 'approve' && given === '') return;
    setChosen(decision);
    act.mutate(decide(item, decision, given === '' ? null : given));
  };
  return (
    <div className="item-form">
      <label htmlFor={id}>{t('act.opinion')}</label>
      <Input.TextArea
        id={id}
        value={opinion}
        maxLength={2_000}
        rows={3}
        aria-describedby={`${id}-hint`}
        aria-invalid={isMissing}
        onChange={(event) => {
          setOpinion(event.target.value);
        }}
      />
      <p id={`${id}-hint`} className={isMissing ? 'item-missing' : 'panel-note'} aria-live="polite">
        {isMissing ? t('act.opinionNeeded') : t('act.opinionHint')}
      </p>
      {act.error === null ? null : <ProblemAlert error={act.error} />}
      <div className="item-buttons">
        {DECISIONS.map((decision) => (
          <Button
            key={decision}
            type={decision === 'approve' ? 'primary' : 'default'}
            loading={act.isPending && chosen === decision}
            disabled={act.isPending && chosen !== decision}
            onClick={() => {
              choose(decision);
            }}
          >
            {t(`act.${decision}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
