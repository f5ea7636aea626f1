/** Giving an office to a person, from a day and until another one. */
import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { dayEnd, dayStart } from '../parts/when.tsx';
import { useAppoint, usePeople, type Office } from './directory-queries.ts';
import { matches } from '../parts/matching.ts';

export interface AppointDialogProps {
  readonly office: Office;
  /** With what was done, where anything was. */
  readonly onClose: (done?: string) => void;
}

interface Fields {
  readonly account: string;
  readonly from?: string;
  readonly until?: string;
}

export function AppointDialog({ office, onClose }: AppointDialogProps): ReactElement {
  const { t } = useTranslation('people');
  const { say } = useLanguage();
  const [form] = Form.useForm<Fields>();
  const people = usePeople();
  const appoint = useAppoint();
  // Administrators are kept apart: they hold no office.
  const known = (people.data ?? []).filter(({ roles }) => roles.length === 0);
  const send = ({ account, from = '', until = '' }: Fields): void => {
    const span = {
      ...(from === '' ? {} : { from: dayStart(from) }),
      until: until === '' ? null : dayEnd(until),
    };
    const person = known.find((one) => one.account === account);
    const name = person === undefined ? account : say(person.name);
    appoint.mutate(
      { office: office.key, account, ...span },
      {
        onSuccess: () => {
          onClose(t('appointed', { person: name }));
        },
      },
    );
  };
  return (
    <ModalDialog
      title={t('appointTo', { office: say(office.title) })}
      okText={t('appoint')}
      cancelText={t('cancel')}
      confirmLoading={appoint.isPending}
      onOk={form.submit}
      onCancel={() => {
        onClose();
      }}
    >
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={send}>
        {appoint.error === null ? null : <ProblemAlert error={appoint.error} />}
        {people.error === null ? null : <ProblemAlert error={people.error} />}
        <Form.Item
          name="account"
          label={t('person')}
          rules={[{ required: true, message: t('personNeeded') }]}
        >
          <Select
            showSearch={{
              filterOption: (input, option) => matches(input, [option?.title ?? '']),
            }}
            loading={people.isPending}
            options={known.map(({ account, name }) => ({
              value: account,
              label: `${say(name)} · ${account}`,
              title: `${name.zh} ${name.en} ${account}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="from" label={t('from')} extra={t('fromHint')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="until"
          label={t('until')}
          extra={t('untilHint')}
          dependencies={['from']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, until: string | undefined) =>
                isInOrder(getFieldValue('from') as string | undefined, until) // the field's own type
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('spanWrong'))),
            }),
          ]}
        >
          <Input type="date" />
        </Form.Item>
      </Form>
    </ModalDialog>
  );
}

function isInOrder(from = '', until = ''): boolean {
  return from === '' || until === '' || from <= until;
}
