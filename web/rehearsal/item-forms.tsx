/** Handing in an example, and answering a rung, in the place of the item that asks for it. */
import { Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useAct, useActing } from './acting.ts';
import { answer, handIn, type ItemOf } from './acts.ts';
import type { WaitingItem } from './waiting.ts';

export interface ItemFormProps<K extends WaitingItem['kind']> {
  readonly item: ItemOf<K>;
  /** Says what was done. */
  readonly onDone: (said: string) => void;
}

export function HandInForm({ item, onDone }: ItemFormProps<'handIn'>): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  const { programme, titles } = useActing();
  const title = say(item.deliverable.title);
  const [note, setNote] = useState(t('act.exampleNote', { title }));
  const act = useAct(() => {
    onDone(t('act.done.handIn', { office: titles.office(item.office), title }));
  });
  const id = useId();
  const { schema, example } = item.deliverable;
  return (
    <form
      className="item-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(handIn(programme.id, item, note));
      }}
    >
      <label htmlFor={id}>{t('act.note')}</label>
      <Input.TextArea
        id={id}
        value={note}
        maxLength={10_000}
        rows={3}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      {schema === undefined ? null : <ExampleData example={example} />}
      {act.error === null ? null : <ProblemAlert error={act.error} />}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {t('act.handIn')}
      </Button>
    </form>
  );
}

function ExampleData({ example }: { readonly example: unknown }): ReactElement {
  const { t } = useTranslation('rehearsal');
  return (
    <details className="item-example">
      <summary>{t('act.exampleData')}</summary>
      <pre tabIndex={0}>{JSON.stringify(example, null, 2)}</pre>
    </details>
  );
}

export function AnswerForm({ item, onDone }: ItemFormProps<'answer'>): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { titles } = useActing();
  const [text, setText] = useState(t('act.answerExample'));
  const act = useAct(() => {
    onDone(t('act.done.answer', { office: titles.office(item.office) }));
  });
  const id = useId();
  return (
    <form
      className="item-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(answer(item, text));
      }}
    >
      <label htmlFor={id}>{t('act.answer')}</label>
      <Input.TextArea
        id={id}
        value={text}
        maxLength={5_000}
        rows={3}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {act.error === null ? null : <ProblemAlert error={act.error} />}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {t('act.answerSubmit')}
      </Button>
    </form>
  );
}
