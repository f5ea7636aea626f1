/** A dialog on top of the page. The page behind is not locked, as the style for that has no nonce and would be refused. */
import { Modal, type ModalProps } from 'antd';
import type { ReactElement } from 'react';

export function ModalDialog(props: ModalProps): ReactElement {
  return <Modal open scrollLock={false} {...props} />;
}
