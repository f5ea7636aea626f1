/** Approve, return, reject or abstain: chosen with one click, confirmed in place with another. */
import { Button, Input } from 'antd';
import type { UseMutationResult } from '@tanstack/react-query';
import { useId, useRef, useState, type SubmitEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import type { PhaseAct } from './act-on-task.ts';
import type { Draft, DraftStore } from './draft.ts';
import type { SheetProps } from './facts.tsx';
import type { Decision } from './task-queries.ts';

const DECISIONS: readonly Decision[] = ['approve', 'return', 'reject', 'abstain'];
const LONGEST_OPINION = 5000;

export interface DecideFormProps extends SheetProps {
  readonly drafts: DraftStore;
  readonly decide: UseMutationResult<PhaseAct, Error, Schemas['Decide']>;
  /** A body decides by its vote; its office may only return. */
  readonly isBody: boolean;
}

export function DecideForm(props: DecideFormProps): ReactElement {
  const { drafts, isBody } = props;
  const { t } = useTranslation('task');
  const { decision } = drafts.draft;
  const choices = isBody ? DECISIONS.filter((one) => one === 'return') : DECISIONS;
  return (
    <>
      <div className="task-choices" role="group" aria-label={t('desk')}>
        {choices.map((one) => (
          <Button
            key={one}
            type={one === 'approve' && decision === null ? 'primary' : 'default'}
            aria-pressed={decision === one}
            className={decision === one ? 'task-chosen' : ''}
            onClick={() => drafts.change({ decision: decision === one ? null : one })}
          >
            {t(`decide.${one}`)}
          </Button>
        ))}
      </div>
      {decision === null || !choices.includes(decision) ? null : (
        <Confirmation {...props} decision={decision} />
      )}
    </>
  );
}

function Confirmation({
  sheet,
  names,
  drafts,
  decide,
  decision,
}: DecideFormProps & { readonly decision: Decision }): ReactElement {
  const { t } = useTranslation('task');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLElement>(null);
  const id = useId();
  const { draft, change, clear } = drafts;
  const isNeeded = decision !== 'approve';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isNeeded && draft.opinion.trim() === '') {
      setMissing(true);
      field.current?.querySelector('textarea')?.focus();
      return;
    }
    decide.mutate(bodyFrom(draft, decision, sheet.phase), { onSuccess: clear });
  };
  return (
    <form className="task-confirm" noValidate onSubmit={submit}>
      {decision === 'reject' ? <p className="task-warning">{t('rejectWarning')}</p> : null}
      {decision === 'return' ? <ReturnTarget sheet={sheet} names={names} drafts={drafts} /> : null}
      <span ref={field}>
        <label htmlFor={id}>{t(isNeeded ? 'opinionNeeded' : 'opinionOptional')}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={LONGEST_OPINION}
          value={draft.opinion}
          aria-required={isNeeded}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-missing` : undefined}
          onChange={({ target }) => {
            setMissing(false);
            change({ opinion: target.value });
          }}
        />
      </span>
      {isMissing ? (
        <p id={`${id}-missing`} role="alert" className="task-missing">
          {t('opinionMissing')}
        </p>
      ) : null}
      <Button
        type="primary"
        htmlType="submit"
        danger={decision === 'reject'}
        loading={decide.isPending}
        block
      >
        {t(`confirm.${decision}`)}
      </Button>
    </form>
  );
}

function bodyFrom(draft: Draft, decision: Decision, phase: string): Schemas['Decide'] {
  const opinion = draft.opinion.trim();
  const returnTo = draft.returnTo === '' ? phase : draft.returnTo;
  return {
    decision,
    opinion: opinion === '' ? null : opinion,
    ...(decision === 'return' ? { returnTo } : {}),
  };
}

type ReturnTargetProps = SheetProps & Pick<DecideFormProps, 'drafts'>;

function ReturnTarget({ sheet, names, drafts }: ReturnTargetProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const { draft, change } = drafts;
  const id = useId();
  return (
    <div className="task-select">
      <label htmlFor={id}>{t('returnTo')}</label>
      <select
        id={id}
        value={draft.returnTo === '' ? sheet.phase : draft.returnTo}
        onChange={({ target }) => change({ returnTo: target.value })}
      >
        {sheet.returnTargets.map((key) => (
          <option key={key} value={key}>
            {key === sheet.phase
              ? t('thisPhase', { phase: say(sheet.phaseTitle) })
              : say(names.phase(key))}
          </option>
        ))}
      </select>
    </div>
  );
}
