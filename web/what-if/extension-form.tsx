/** Applies for the extension that was supposed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useLanguage } from '../app/use-language.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { Phase } from './suppositions.ts';

export interface ExtensionAsked {
  readonly phase: Phase;
  readonly dueOn: string;
}

export interface ExtensionFormProps {
  readonly programme: string;
  readonly asked: ExtensionAsked;
  /** With what came of it; null when it was left. */
  readonly onClose: (answer: Schemas['ExtensionAct']['extension'] | null) => void;
}

type Fields = Pick<Schemas['ExtensionRequest'], 'reason' | 'progress'>;

export function ExtensionForm({ programme, asked, onClose }: ExtensionFormProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { phase, dueOn } = asked;
  const apply = useMutation({
    mutationFn: (fields: Fields) =>
      bodyOf(
        api.POST('/v1/programmes/{id}/extensions', {
          params: { path: { id: programme } },
          body: { ...fields, phase: phase.key, round: phase.round, dueOn },
        }),
      ),
    onSuccess: ({ extension }) => onClose(extension),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.programme(programme) }),
  });
  const rules = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <ModalDialog
      title={t('applyFor', { stage: say(phase.title) })}
      okText={t('send')}
      cancelText={t('cancel')}
      confirmLoading={apply.isPending}
      onOk={() => form.submit()}
      onCancel={() => onClose(null)}
    >
      <p>{t('applyTo', { from: phase.dueOn, to: dueOn })}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => apply.mutate(fields)}>
        <Form.Item name="reason" label={t('reason')} rules={rules}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="progress" label={t('progress')} rules={rules}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {apply.error === null ? null : <ProblemAlert error={apply.error} />}
    </ModalDialog>
  );
}
