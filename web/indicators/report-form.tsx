/** Reports the value of a unit or of the whole, or corrects a report with a reason. */
import { Form, Input, InputNumber, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { useLanguage } from '../app/use-language.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { instantText } from '../parts/when.tsx';
import type { Programme } from '../programme/programme-query.ts';
import { EvidenceField } from './evidence-field.tsx';
import { useReport } from './indicator-acts.ts';
import type { Indicator, Report } from './indicator-queries.ts';
import { hasWhole } from './judge.ts';

export interface ReportFormProps {
  readonly programme: Programme;
  readonly indicator: Indicator;
  readonly names: ReadonlyMap<string, Schemas['Localised']>;
  /** Null for a new one. */
  readonly corrected: Report | null;
  readonly onClose: (isDone: boolean) => void;
}

interface Fields {
  readonly unit?: string;
  readonly numerator: number;
  readonly denominator?: number;
  readonly asOf: string;
  readonly note: string;
  readonly reason?: string;
}

export function ReportForm(props: ReportFormProps): ReactElement {
  const { programme, indicator, names, corrected, onClose } = props;
  const { t } = useTranslation('indicators');
  const { say } = useLanguage();
  const [form] = Form.useForm<Fields>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const report = useReport({ id: programme.id, key: indicator.key });
  const isShare = hasWhole(indicator);
  const corrects = corrected !== null || isProblem(report.error, 'report-reason-missing');
  const rules = [{ required: true, message: t('needed') }];
  const today = instantText(programme.now).slice(0, 10);
  const send = (fields: Fields): void => {
    const { unit = null, denominator = null, reason = null, ...rest } = fields;
    const asked = { body: { ...rest, unit, denominator, reason }, files };
    report.mutate(asked, { onSuccess: () => onClose(true) });
  };
  return (
    <ModalDialog
      title={t(corrected === null ? 'report' : 'correct')}
      okText={t('send')}
      cancelText={t('cancel')}
      confirmLoading={report.isPending}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <p>{say(indicator.title)}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={corrected === null ? { asOf: today } : correctedFields(corrected)}
        onFinish={send}
      >
        {names.size === 0 ? null : (
          <Form.Item name="unit" label={t('unit')} rules={rules}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              disabled={corrected !== null}
              options={[...names].map(([value, title]) => ({ value, label: say(title) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="numerator" label={t(isShare ? 'numerator' : 'number')} rules={rules}>
          <InputNumber min={0} className="report-number" />
        </Form.Item>
        {isShare ? (
          <Form.Item name="denominator" label={t('denominator')} rules={rules}>
            <InputNumber min={0} className="report-number" />
          </Form.Item>
        ) : null}
        <Form.Item name="asOf" label={t('asOf')} rules={rules}>
          <Input type="date" max={today} disabled={corrected !== null} />
        </Form.Item>
        <Form.Item name="note" label={t('note')} rules={rules}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {corrects ? (
          <Form.Item name="reason" label={t('reason')} extra={t('reasonHint')} rules={rules}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        ) : null}
      </Form>
      <EvidenceField files={files} onChange={setFiles} />
      {report.error === null ? null : <ProblemAlert error={report.error} />}
    </ModalDialog>
  );
}

function correctedFields({ unit, numerator, denominator, asOf, note }: Report): Partial<Fields> {
  return {
    numerator,
    asOf,
    note: note ?? '',
    ...(unit === null ? {} : { unit }),
    ...(denominator === null ? {} : { denominator }),
  };
}
