/** A dialog on top of the page: the browser's own, which keeps the focus within and gives it back. Widgets that open lists of their own do not work in it. */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** Left out where there is no way around what the dialog asks for. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, children }: DialogProps): ReactElement {
  const { t } = useTranslation('common');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // Browsers close a dialog that is cancelled again and again, whatever it says to that.
      onClose={({ currentTarget }) => {
        if (currentTarget.open) return;
        if (onClose === undefined) currentTarget.showModal();
        else onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        {onClose === undefined ? null : (
          <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
        )}
      </div>
      {children}
    </dialog>
  );
}
