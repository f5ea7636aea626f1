/** A dialog in which an act is written down and sent; a refusal is shown in it, and what was typed stays. */
import { Button } from 'antd';
import { useId, type ReactElement, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import './act-dialog.css';

export interface ActDialogProps {
  readonly title: string;
  /** What the act brings about. */
  readonly hint?: string;
  /** What the button says; the title when left out. */
  readonly send?: string;
  readonly isGrave?: boolean;
  readonly act: { readonly error: Error | null; readonly isPending: boolean };
  /** Whether everything that the act needs is there. */
  readonly isReady?: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActDialog(props: ActDialogProps): ReactElement {
  const {
    title,
    hint,
    send = title,
    isGrave = false,
    act,
    isReady = true,
    onSend,
    onClose,
  } = props;
  const { t } = useTranslation('common');
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="act-form" onSubmit={submit}>
        {hint === undefined ? null : <p className="act-hint">{hint}</p>}
        {props.children}
        {act.error === null ? null : <ProblemAlert error={act.error} />}
        <div className="act-buttons">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            danger={isGrave}
            htmlType="submit"
            loading={act.isPending}
            disabled={!isReady}
          >
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export interface WrittenProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  /** Characters. */
  readonly maximum?: number;
}

/** A text that belongs to an act. */
export function Written(props: WrittenProps): ReactElement {
  const { t } = useTranslation('common');
  const { label, value, onChange, isRequired = false, maximum = 2000 } = props;
  const id = useId();
  return (
    <div className="act-field">
      <label htmlFor={id}>
        {label}
        {isRequired ? null : <span className="act-optional">{t('optional')}</span>}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={maximum}
        required={isRequired}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
