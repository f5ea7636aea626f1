/** Where one decides: the form while the place is open to the reader, what has become of it otherwise, and the receipt. */
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useDecide, useRecordBallot, type PhaseAct } from './act-on-task.ts';
import { Answerable } from './answerable.tsx';
import { DecideForm } from './decide-form.tsx';
import { useDraft, type DraftStore } from './draft.ts';
import type { SheetProps } from './facts.tsx';
import { PresentState } from './present-state.tsx';
import { Receipt } from './receipt.tsx';
import { useStanding, type Sheet } from './task-queries.ts';
import { Withdrawal } from './withdrawal.tsx';
import './decision-desk.css';

const BallotForm = lazy(async () => ({ default: (await import('./ballot-form.tsx')).BallotForm }));
const Hands = lazy(async () => ({ default: (await import('./hands.tsx')).Hands }));

export interface DecisionDeskProps extends SheetProps {
  readonly onNotice: (text: string) => void;
}

export function DecisionDesk({ sheet, names, onNotice }: DecisionDeskProps): ReactElement {
  const { t } = useTranslation('task');
  const drafts = useDraft(sheet.id);
  const decide = useDecide(sheet);
  const ballot = useRecordBallot(sheet);
  const standing = useStanding(sheet).data;
  const act = ballot.data ?? decide.data;
  const error = decide.error ?? ballot.error;
  // The sheet is read again after an act; until then it shows what was before.
  const isBehind = act !== undefined && sheet.position < act.position;
  const maySign = sheet.status === 'open' && standing === 'may-sign' && !isBehind;
  const reset = (): void => {
    decide.reset();
    ballot.reset();
    onNotice(t('withdrawal.done'));
  };
  return (
    <section className="task-card task-desk" aria-labelledby="task-desk">
      <h2 id="task-desk">{t('desk')}</h2>
      <Receipts act={act} sheet={sheet} decided={ballot.data === undefined ? decide : null} />
      {error === null ? null : <ProblemAlert error={error} />}
      {maySign ? (
        <>
          {error === null ? null : <p role="status">{t('lookAgain')}</p>}
          <Open {...{ sheet, names, onNotice, drafts, decide, ballot }} />
        </>
      ) : null}
      {maySign || act !== undefined ? null : (
        <Closed sheet={sheet}>
          <KeptOpinion text={drafts.draft.opinion} />
        </Closed>
      )}
      <Suspense fallback={null}>
        <Hands {...{ sheet, names, onNotice }} isTurn={maySign} />
      </Suspense>
      <Withdrawal sheet={sheet} onDone={reset} />
      <Answerable sheet={sheet} onNotice={onNotice} />
    </section>
  );
}

interface ReceiptsProps {
  readonly act: PhaseAct | undefined;
  readonly sheet: Sheet;
  /** Null where a meeting was recorded instead. */
  readonly decided: { readonly variables: Schemas['Decide'] | undefined } | null;
}

function Receipts({ act, sheet, decided }: ReceiptsProps): ReactElement | null {
  if (act === undefined) return null;
  return <Receipt act={act} sheet={sheet} decision={decided?.variables?.decision ?? null} />;
}

interface OpenProps extends DecisionDeskProps {
  readonly drafts: DraftStore;
  readonly decide: ReturnType<typeof useDecide>;
  readonly ballot: ReturnType<typeof useRecordBallot>;
}

function Open(props: OpenProps): ReactElement {
  const { sheet, names, onNotice, drafts, decide, ballot } = props;
  const { t } = useTranslation('task');
  const body = sheet.currentStep.slots.find(({ office }) => office === sheet.office)?.body;
  return (
    <>
      <Suspense fallback={null}>
        {body === undefined ? null : (
          <BallotForm body={body} ballot={ballot} onDone={() => onNotice(t('ballot.recorded'))} />
        )}
      </Suspense>
      <DecideForm {...{ sheet, names, drafts, decide }} isBody={body !== undefined} />
    </>
  );
}

/** What was written and not submitted, once nothing can be submitted any more. */
function KeptOpinion({ text }: { readonly text: string }): ReactElement | null {
  const { t } = useTranslation('task');
  if (text === '') return null;
  return (
    <div className="task-kept">
      <p>{t('keptDraft')}</p>
      <blockquote>{text}</blockquote>
    </div>
  );
}

interface ClosedProps {
  readonly sheet: Sheet;
  readonly children: ReactNode;
}

function Closed({ sheet, children }: ClosedProps): ReactElement | null {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const standing = useStanding(sheet);
  if (sheet.status !== 'open') {
    return (
      <>
        <PresentState sheet={sheet} />
        {children}
      </>
    );
  }
  if (standing.error !== null) {
    return <ProblemAlert error={standing.error} onRetry={() => void standing.refetch()} />;
  }
  if (standing.data === 'barred') return <p>{t('barred')}</p>;
  if (standing.data === 'other') return <p>{t('others', { office: say(sheet.officeTitle) })}</p>;
  return null;
}
