/** Questions of this step that wait for the reader's answer. */
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsultations } from '../inbox/inbox-queries.ts';
import type { Sheet } from './task-queries.ts';

const AnswerDialog = lazy(async () => ({
  default: (await import('./answer-dialog.tsx')).AnswerDialog,
}));

export interface AnswerableProps {
  readonly sheet: Sheet;
  readonly onNotice: (text: string) => void;
}

export function Answerable({ sheet, onNotice }: AnswerableProps): ReactElement | null {
  const { t } = useTranslation('task');
  const [openId, setOpenId] = useState<string | null>(null);
  const { programmeId, phase, round, step, office } = sheet;
  const asked = (useConsultations().data ?? []).filter(
    (one) =>
      one.programmeId === programmeId &&
      one.phase === phase &&
      one.round === round &&
      one.step === step &&
      one.office === office,
  );
  const open = asked.find(({ id }) => id === openId);
  return (
    <>
      {asked.map((one) => (
        <div key={one.id} className="task-consultation">
          <p>{t('askedYou')}</p>
          <blockquote>{one.question}</blockquote>
          <Button type="primary" onClick={() => setOpenId(one.id)}>
            {t('answerNow')}
          </Button>
        </div>
      ))}
      {open === undefined ? null : (
        <Suspense fallback={null}>
          <AnswerDialog
            consultation={open}
            programmeId={programmeId}
            onClose={() => setOpenId(null)}
            onDone={() => onNotice(t('hands.done.answer'))}
          />
        </Suspense>
      )}
    </>
  );
}
