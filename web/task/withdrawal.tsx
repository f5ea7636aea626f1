/** Taking one's own decision back while its step is open. */
import { Button, Input } from 'antd';
import { useId, useState, type SubmitEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useMe } from '../session/session.ts';
import { useWithdraw } from './act-on-task.ts';
import type { Sheet } from './task-queries.ts';

export interface WithdrawalProps {
  readonly sheet: Sheet;
  readonly onDone: () => void;
}

const LONGEST_REASON = 2000;

export function Withdrawal({ sheet, onDone }: WithdrawalProps): ReactElement | null {
  const { t } = useTranslation('task');
  const me = useMe().data;
  const [isOpen, setOpen] = useState(false);
  const { slots, status } = sheet.currentStep;
  const slot = slots.find(({ office }) => office === sheet.office);
  const isOwn = slot?.by !== undefined && slot.by.id === me?.id;
  if (sheet.status !== 'done' || status !== 'open' || !isOwn) return null;
  if (!isOpen) {
    return (
      <div className="task-withdrawal">
        <p className="task-quiet">{t('withdrawal.hint')}</p>
        <Button onClick={() => setOpen(true)}>{t('withdrawal.start')}</Button>
      </div>
    );
  }
  return <WithdrawalForm sheet={sheet} onDone={onDone} onClose={() => setOpen(false)} />;
}

interface WithdrawalFormProps extends WithdrawalProps {
  readonly onClose: () => void;
}

function WithdrawalForm({ sheet, onDone, onClose }: WithdrawalFormProps): ReactElement {
  const { t } = useTranslation('task');
  const [reason, setReason] = useState('');
  const withdraw = useWithdraw(sheet);
  const id = useId();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = reason.trim();
    withdraw.mutate(
      { reason: given === '' ? null : given },
      {
        onSuccess: () => {
          onClose();
          onDone();
        },
      },
    );
  };
  return (
    <form className="task-confirm" onSubmit={submit}>
      {withdraw.error === null ? null : <ProblemAlert error={withdraw.error} />}
      <label htmlFor={id}>{t('withdrawal.reason')}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="task-acts">
        <Button type="primary" htmlType="submit" loading={withdraw.isPending}>
          {t('withdrawal.confirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
