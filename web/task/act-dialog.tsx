/** A dialog with one act: what it asks for, its refusal, and the two ways out. */
import { Button, Input } from 'antd';
import { useId, type SubmitEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import './act-dialog.css';

export interface ActDialogProps {
  readonly title: string;
  readonly act: { readonly isPending: boolean; readonly error: Error | null };
  readonly isReady: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActDialog(props: ActDialogProps): ReactElement {
  const { title, act, isReady, onSubmit, onClose, children } = props;
  const { t } = useTranslation('task');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="act-dialog" onSubmit={submit}>
        {act.error === null ? null : <ProblemAlert error={act.error} />}
        {children}
        <div className="act-dialog-acts">
          <Button type="primary" htmlType="submit" loading={act.isPending} disabled={!isReady}>
            {title}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly onChange: (text: string) => void;
}

export function TextField({ label, value, longest, onChange }: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={4}
        required
        maxLength={longest}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
