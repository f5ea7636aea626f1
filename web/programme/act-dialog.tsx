/** The frame of a dialogue in which an act is written down and sent; a refusal is shown in it, and what was typed stays. */
import { Button } from 'antd';
import {
  useEffect,
  useId,
  useRef,
  type ReactElement,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useSessionOver } from '../session/session.ts';
import './act-dialog.css';

export interface ActDialogProps {
  readonly title: string;
  /** What the act brings about. */
  readonly hint?: string;
  readonly send: string;
  readonly isGrave?: boolean;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActDialog(props: ActDialogProps): ReactElement {
  const { t } = useTranslation('programme');
  const { title, hint, send, isGrave = false, error, isPending, onSend, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // It steps aside with all that was typed while the password is asked for, which lies below whatever is modal.
  const isOver = useSessionOver();
  useEffect(() => {
    const { current } = dialog;
    if (current === null || isOver) return undefined;
    current.showModal();
    return () => current.close();
  }, [isOver]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend();
  };
  return (
    <dialog
      ref={dialog}
      className="act-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form className="act-form" onSubmit={submit}>
        <h2 id={titleId}>{title}</h2>
        {hint === undefined ? null : <p className="act-hint">{hint}</p>}
        {children}
        {error === null ? null : <ProblemAlert error={error} />}
        <div className="act-buttons">
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button type="primary" danger={isGrave} htmlType="submit" loading={isPending}>
            {send}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

export interface WrittenProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  readonly maximum?: number;
}

/** A text that belongs to an act. */
export function Written(props: WrittenProps): ReactElement {
  const { t } = useTranslation('programme');
  const { id, label, value, onChange, isRequired = false, maximum = 2000 } = props;
  return (
    <div className="act-field">
      <label htmlFor={id}>
        {label}
        {isRequired ? null : <span className="act-optional">{t('act.optional')}</span>}
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
