/** An act in place: a button that opens its form, the refusal inside it, and what came of it where the form was. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/queries.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';

export interface ActProps<V> {
  /** Tells the fields of this form from those of every other one on the page. */
  readonly name: string;
  readonly programmeId: string;
  readonly label: string;
  /** What came of it. */
  readonly done: string;
  /** Whether the reader may; a form that is open stays, so that nothing written is lost. */
  readonly isOffered: boolean;
  readonly isPrimary?: boolean;
  readonly send: (values: V) => Promise<unknown>;
  readonly children: ReactNode;
}

export function Act<V extends object>(props: ActProps<V>): ReactElement | null {
  const { label, done, isOffered, isPrimary = false } = props;
  const [stage, setStage] = useState<'closed' | 'open' | 'done'>('closed');
  if (stage === 'open') return <ActForm {...props} onStage={setStage} />;
  if (!isOffered && stage === 'closed') return null;
  return (
    <div className="act">
      {stage === 'done' ? <Done text={done} /> : null}
      {isOffered ? (
        <Button type={isPrimary ? 'primary' : 'default'} onClick={() => setStage('open')}>
          {label}
        </Button>
      ) : null}
    </div>
  );
}

interface ActFormProps<V> extends ActProps<V> {
  readonly onStage: (stage: 'closed' | 'done') => void;
}

function ActForm<V extends object>(props: ActFormProps<V>): ReactElement {
  const { name, programmeId, label, isOffered, send, children, onStage } = props;
  const { t } = useTranslation('pressure');
  const queries = useQueryClient();
  const [form] = Form.useForm<V>();
  const act = useMutation({
    mutationFn: send,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.programme(programmeId) }),
        queries.invalidateQueries({ queryKey: keys.pending }),
      ]),
  });
  return (
    <Form<V>
      form={form}
      name={name}
      layout="vertical"
      className="pressure-form"
      aria-label={label}
      requiredMark={false}
      onFinish={(values) => {
        act.mutate(values, {
          onSuccess: () => {
            onStage('done');
          },
        });
      }}
    >
      {act.error === null ? null : (
        <Form.Item>
          <ProblemAlert error={act.error} />
          {isOffered ? null : <p>{t('changed')}</p>}
        </Form.Item>
      )}
      {children}
      <div className="pressure-buttons">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {label}
        </Button>
        <Button disabled={act.isPending} onClick={() => onStage('closed')}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  );
}

/** Takes the focus that the form had. */
function Done({ text }: { readonly text: string }): ReactElement {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  return (
    <p ref={place} role="status" tabIndex={-1} className="act-done">
      <span aria-hidden>✓ </span>
      {text}
    </p>
  );
}
