/** Account and password; what the API answers is shown as it is. */
import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useSignIn, type Credentials } from './session.ts';

export function SignInForm({ onDone }: { readonly onDone?: () => void }): ReactElement {
  const { t } = useTranslation('session');
  const signIn = useSignIn();
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      onFinish={(credentials) => {
        signIn.mutate(credentials, onDone === undefined ? {} : { onSuccess: onDone });
      }}
    >
      {signIn.error === null ? null : (
        <Form.Item>
          <ProblemAlert error={signIn.error} />
        </Form.Item>
      )}
      <Form.Item
        name="account"
        label={t('account')}
        rules={[{ required: true, message: t('accountNeeded') }]}
      >
        <Input autoComplete="username" autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ required: true, message: t('passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={1000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
