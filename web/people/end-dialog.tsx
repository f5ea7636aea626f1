/** Ending an appointment, now or with a day. */
import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { dayEnd } from '../parts/when.tsx';
import { useEndAppointment, type Office, type OfficeAppointment } from './directory-queries.ts';

export interface EndingAsked {
  readonly office: Office;
  readonly appointment: OfficeAppointment;
}

export interface EndDialogProps {
  readonly asked: EndingAsked;
  /** With what was done, where anything was. */
  readonly onClose: (done?: string) => void;
}

interface Fields {
  readonly until?: string;
}

export function EndDialog({
  asked: { office, appointment },
  onClose,
}: EndDialogProps): ReactElement {
  const { t } = useTranslation('people');
  const { say } = useLanguage();
  const [form] = Form.useForm<Fields>();
  const end = useEndAppointment();
  const send = ({ until = '' }: Fields): void => {
    end.mutate(
      { id: appointment.id, ...(until === '' ? {} : { until: dayEnd(until) }) },
      {
        onSuccess: () => {
          onClose(t('endedText'));
        },
      },
    );
  };
  return (
    <ModalDialog
      title={t('endOf', { person: say(appointment.person.name), office: say(office.title) })}
      okText={t('end')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={end.isPending}
      onOk={form.submit}
      onCancel={() => {
        onClose();
      }}
    >
      <Form<Fields> form={form} layout="vertical" onFinish={send}>
        {end.error === null ? null : <ProblemAlert error={end.error} />}
        <Form.Item name="until" label={t('endOn')} extra={t('endHint')}>
          <Input type="date" />
        </Form.Item>
      </Form>
    </ModalDialog>
  );
}
