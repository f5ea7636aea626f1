/** Registering a person, who then holds nothing until the security administrator gives an office. */
import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useRegister } from './directory-queries.ts';

interface Fields {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly account: string;
  readonly email?: string;
  readonly locale: 'zh' | 'en';
  readonly password: string;
}

export interface RegisterDialogProps {
  /** With what was done, where anything was. */
  readonly onClose: (done?: string) => void;
}

const ACCOUNT = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const SHORTEST_PASSWORD = 12;

export function RegisterDialog({ onClose }: RegisterDialogProps): ReactElement {
  const { t } = useTranslation('people');
  const { say } = useLanguage();
  const [form] = Form.useForm<Fields>();
  const register = useRegister();
  const send = ({ nameZh, nameEn, email = '', ...rest }: Fields): void => {
    const name = { zh: nameZh.trim(), en: nameEn.trim() };
    register.mutate(
      { ...rest, name, email: email.trim() === '' ? null : email.trim() },
      {
        onSuccess: () => {
          onClose(t('registered', { person: say(name) }));
        },
      },
    );
  };
  return (
    <ModalDialog
      title={t('register')}
      okText={t('register')}
      cancelText={t('cancel')}
      confirmLoading={register.isPending}
      onOk={form.submit}
      onCancel={() => {
        onClose();
      }}
    >
      <p className="quiet">{t('registerHint')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ locale: 'zh' }}
        onFinish={send}
      >
        {register.error === null ? null : <ProblemAlert error={register.error} />}
        <RegisterFields />
      </Form>
    </ModalDialog>
  );
}

function RegisterFields(): ReactElement {
  const { t } = useTranslation('people');
  const named = [{ required: true, whitespace: true, message: t('nameNeeded') }];
  return (
    <>
      <Form.Item name="nameZh" label={t('nameZh')} rules={named}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={t('nameEn')} rules={named}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="account"
        label={t('account')}
        extra={t('accountHint')}
        rules={[{ required: true, pattern: ACCOUNT, message: t('accountNeeded') }]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('email')}
        rules={[{ type: 'email', message: t('emailWrong') }]}
      >
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="locale" label={t('notifyIn')}>
        <Radio.Group
          options={[
            { value: 'zh', label: t('locale.zh') },
            { value: 'en', label: t('locale.en') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        extra={t('passwordHint')}
        rules={[{ required: true, min: SHORTEST_PASSWORD, message: t('passwordNeeded') }]}
      >
        <Input.Password maxLength={1000} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
