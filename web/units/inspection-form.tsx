/** Records whether a unit that was drawn passes. */
import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useInspection } from './unit-acts.ts';

export interface UnitInspected {
  readonly sample: string;
  readonly unit: string;
  readonly name: string;
}

export interface InspectionFormProps {
  readonly programme: string;
  readonly inspected: UnitInspected;
  readonly onClose: (isDone: boolean) => void;
}

interface Fields {
  readonly result: 'passed' | 'failed';
  readonly note?: string;
}

export function InspectionForm(props: InspectionFormProps): ReactElement {
  const { programme, inspected, onClose } = props;
  const { t } = useTranslation('units');
  const [form] = Form.useForm<Fields>();
  const result = Form.useWatch('result', form) as Fields['result'] | undefined; // absent until it is chosen
  const record = useInspection(programme);
  const send = ({ result: found, note = '' }: Fields): void => {
    const body = { unit: inspected.unit, passed: found === 'passed', note };
    record.mutate({ sample: inspected.sample, body }, { onSuccess: () => onClose(true) });
  };
  return (
    <ModalDialog
      title={t('recordFor', { unit: inspected.name })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <Form form={form} layout="vertical" onFinish={send} requiredMark={false}>
        <Form.Item
          name="result"
          label={t('result')}
          rules={[{ required: true, message: t('resultNeeded') }]}
        >
          <Radio.Group
            options={[
              { value: 'passed', label: t('passed') },
              { value: 'failed', label: t('failed') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('note')}
          extra={t('noteHint')}
          rules={[{ required: result === 'failed', whitespace: true, message: t('noteNeeded') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
      {record.error === null ? null : <ProblemAlert error={record.error} />}
    </ModalDialog>
  );
}
