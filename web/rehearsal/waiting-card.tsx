/** One thing that waits: what, for which office, until when, and the form by which it is done. */
import { Button, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { useActing } from './acting.ts';
import { BallotForm } from './ballot-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { AnswerForm, HandInForm } from './item-forms.tsx';
import type { WaitingItem } from './waiting.ts';

export interface WaitingCardProps {
  readonly item: WaitingItem;
  /** Null where the reader cannot act as this office. */
  readonly personName: string | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onDone: (said: string) => void;
}

export function WaitingCard(props: WaitingCardProps): ReactElement {
  const { item, personName, isOpen, onToggle, onDone } = props;
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  const { titles } = useActing();
  const office = titles.office(item.office);
  const what = useWhat(item);
  return (
    <li className="item">
      <div className="item-head">
        <div>
          <h3>{what}</h3>
          <p className="panel-note">
            {office} · {say(item.phase.title)} · <DueText item={item} />
          </p>
        </div>
        {personName === null ? null : (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? t('waiting.close') : t('waiting.act', { office })} · ${what}`}
            onClick={onToggle}
          >
            {isOpen ? t('waiting.close') : t('waiting.act', { office })}
          </Button>
        )}
      </div>
      {isOpen && personName !== null ? (
        <div className="item-body">
          <p className="item-acting">{t('identity.acting', { name: personName })}</p>
          <ItemForm item={item} onDone={onDone} />
        </div>
      ) : null}
    </li>
  );
}

function useWhat(item: WaitingItem): string {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  switch (item.kind) {
    case 'handIn':
      return t('waiting.handIn', { title: say(item.deliverable.title) });
    case 'sign':
      return t('waiting.sign', { title: say(item.title) });
    case 'vote':
      return t('waiting.vote', { body: say(item.body.title) });
    case 'answer':
      return t('waiting.answer', { rung: t(`rungs.${item.escalation.rung}`) });
  }
}

function DueText({ item }: { readonly item: WaitingItem }): ReactElement {
  const { t } = useTranslation('rehearsal');
  if (item.kind === 'answer') {
    const { answerDueOn: day, answerOverdue } = item.escalation;
    if (answerOverdue) return <Tag color="error">{t('waiting.overdue', { day })}</Tag>;
    return <span>{t('waiting.answerDue', { day })}</span>;
  }
  const { dueOn: day, overdue } = item.phase;
  return overdue ? (
    <Tag color="error">{t('waiting.overdue', { day })}</Tag>
  ) : (
    <span>{t('waiting.due', { day })}</span>
  );
}

interface FormProps {
  readonly item: WaitingItem;
  readonly onDone: (said: string) => void;
}

function ItemForm({ item, onDone }: FormProps): ReactElement {
  switch (item.kind) {
    case 'handIn':
      return <HandInForm item={item} onDone={onDone} />;
    case 'sign':
      return <DecisionForm item={item} onDone={onDone} />;
    case 'vote':
      return <BallotForm item={item} onDone={onDone} />;
    case 'answer':
      return <AnswerForm item={item} onDone={onDone} />;
  }
}
