/** The form by which a frozen list of units is changed. */
import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { NewUnitRows, type NewUnitFields } from './new-unit-rows.tsx';
import type { UnitChangeProps } from './unit-change.tsx';
import { useUnitChange } from './unit-acts.ts';
import { useUnitNames, type Rollout } from './unit-queries.ts';

export interface UnitChangeFormProps extends UnitChangeProps {
  readonly onClose: (isDone: boolean) => void;
}

interface Fields {
  readonly set: string;
  readonly add?: readonly NewUnitFields[];
  readonly remove?: readonly string[];
  readonly reason: string;
}

export function UnitChangeForm(props: UnitChangeFormProps): ReactElement {
  const { programme, plan, rollouts, onClose } = props;
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const [form] = Form.useForm<Fields>();
  const first = programme.unitSets.at(-1)?.key ?? '';
  const set = (Form.useWatch('set', form) as string | undefined) ?? first; // absent at first
  const change = useUnitChange(programme.id);
  const rollout = rollouts.find(({ unitSet }) => unitSet === set);
  const names = useUnitNames(programme.id, rollout?.key ?? null);
  const units = [...(names.data?.values() ?? [])];
  const send = ({ add = [], remove = [], ...rest }: Fields): void => {
    const body = { ...rest, add: add.map(asUnit), remove: [...remove] };
    change.mutate(body, { onSuccess: () => onClose(true) });
  };
  return (
    <ModalDialog
      width={760}
      title={t('change')}
      okText={t('submitChange')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <p>{t('changeHint')}</p>
      <Form form={form} layout="vertical" initialValues={{ set: first }} onFinish={send}>
        <Form.Item name="set" label={t('set')} rules={[{ required: true }]}>
          <Select
            options={programme.unitSets.map(({ key, title, count }) => ({
              value: key,
              label: t('setCount', { title: say(title), count }),
            }))}
          />
        </Form.Item>
        <NewUnitRows groups={groupsOf(set, plan, rollouts)} />
        <Form.Item name="remove" label={t('removed')} extra={t('removedHint')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            disabled={rollout === undefined}
            loading={rollout !== undefined && names.isPending}
            options={units.map(({ key, title }) => ({ value: key, label: say(title) }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: t('needed') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {change.error === null ? null : <ProblemAlert error={change.error} />}
    </ModalDialog>
  );
}

function asUnit({ key, zh, en, within }: NewUnitFields): {
  key: string;
  title: { zh: string; en: string };
  within: string | null;
} {
  return { key, title: { zh, en }, within: within ?? null };
}

/** The units of the wider set, as the counts name them; none where the set lies within no other. */
function groupsOf(
  set: string,
  { unitSets = [] }: UnitChangeProps['plan'],
  rollouts: readonly Rollout[],
): Rollout['phases'][number]['groups'][number]['group'][] {
  const within = unitSets.find(({ key }) => key === set)?.within ?? null;
  if (within === null) return [];
  const counted = rollouts.find(({ unitSet }) => unitSet === set)?.phases[0]?.groups ?? [];
  return counted.map(({ group }) => group);
}
