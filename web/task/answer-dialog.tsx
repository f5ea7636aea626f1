/** Answering a question as the consulted office. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { ActDialog, Written } from '../parts/act-dialog.tsx';
import { useAct } from './act-on-task.ts';

export interface AnswerDialogProps {
  readonly consultation: Schemas['Consultation'];
  readonly programmeId: string;
  /** Address of the sheet, where the dialog does not stand on it. */
  readonly sheet?: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

const LONGEST_ANSWER = 5000;

export function AnswerDialog(props: AnswerDialogProps): ReactElement {
  const { consultation, programmeId, sheet, onClose, onDone } = props;
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const [text, setText] = useState('');
  const path = { id: consultation.id };
  const answer = useAct({ programmeId }, (body: Schemas['AnswerConsultation'], header) =>
    bodyOf(api.POST('/v1/consultations/{id}/answers', { params: { path, header }, body })),
  );
  return (
    <ActDialog
      title={t('hands.answer')}
      act={answer}
      onClose={onClose}
      isReady={text.trim() !== ''}
      onSend={() => {
        answer.mutate(
          { answer: text.trim() },
          {
            onSuccess: () => {
              onDone?.();
              onClose();
            },
          },
        );
      }}
    >
      <p>
        {t('questionFrom', {
          office: say(consultation.officeTitle),
          name: say(consultation.askedBy.name),
        })}
      </p>
      <blockquote>{consultation.question}</blockquote>
      {sheet === undefined ? null : (
        <p>
          <Link to={sheet}>{t('toSheet')}</Link>
        </p>
      )}
      <Written
        label={t('hands.answerText')}
        value={text}
        maximum={LONGEST_ANSWER}
        onChange={setText}
        isRequired
      />
    </ActDialog>
  );
}
