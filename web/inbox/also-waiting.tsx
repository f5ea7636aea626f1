/** What waits besides signatures: deliverables owed, questions, matters of time. Lists that are empty are not shown. */
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { useChangeAddress } from '../parts/address.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import {
  useConsultations,
  useOwedDeliverables,
  usePendingDecisions,
  type Consultation,
  type OwedDeliverable,
  type PendingDecision,
} from './inbox-queries.ts';
import { Cell, Columns, Due, Item } from './rows.tsx';

const AnswerDialog = lazy(async () => ({
  default: (await import('../task/answer-dialog.tsx')).AnswerDialog,
}));

export function AlsoWaiting(): ReactElement {
  const { t } = useTranslation('inbox');
  const deliverables = useOwedDeliverables();
  const consultations = useConsultations();
  const pending = usePendingDecisions();
  const due = t('columns.due');
  const [item, programme] = [t('columns.item'), t('columns.programme')];
  return (
    <>
      <Waiting word="deliverables" query={deliverables} columns={[item, programme, due]}>
        {(one) => (
          <OwedLine key={`${one.programmeId}.${one.phase}.${one.deliverable.key}`} owed={one} />
        )}
      </Waiting>
      <Waiting
        word="consultations"
        query={consultations}
        columns={[t('columns.question'), item, programme, t('columns.asker'), t('columns.askedAt')]}
      >
        {(one) => <QuestionLine key={one.id} asked={one} />}
      </Waiting>
      <Waiting
        word="pending"
        query={pending}
        columns={[item, t('columns.kind'), programme, t('columns.decideBy')]}
      >
        {(one) => <PendingLine key={one.id} matter={one} />}
      </Waiting>
      <Answering consultations={consultations.data ?? []} />
    </>
  );
}

interface WaitingProps<T> {
  readonly word: 'deliverables' | 'consultations' | 'pending';
  readonly query: {
    readonly data: readonly T[] | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly columns: readonly string[];
  readonly children: (item: T) => ReactNode;
}

function Waiting<T>({ word, query, columns, children }: WaitingProps<T>): ReactElement | null {
  const { t } = useTranslation('inbox');
  const { data = [], error, refetch } = query;
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return null;
  return (
    <section className="inbox-section" aria-labelledby={`inbox-${word}`}>
      <h2 id={`inbox-${word}`}>{t(`sections.${word}`)}</h2>
      <table className="inbox-table" role="table" aria-labelledby={`inbox-${word}`}>
        <Columns names={columns} />
        <tbody role="rowgroup">{data.map(children)}</tbody>
      </table>
    </section>
  );
}

function OwedLine({ owed }: { readonly owed: OwedDeliverable }): ReactElement {
  const { t } = useTranslation('inbox');
  const { say } = useLanguage();
  return (
    <tr role="row">
      <Item
        to={`/programmes/${owed.programmeId}/overview#${owed.phase}`}
        text={`${say(owed.phaseTitle)} · ${say(owed.deliverable.title)}`}
        round={owed.round}
        isRehearsal={owed.rehearsal}
        isActing={owed.actingOffice !== undefined}
      />
      <Cell name={t('columns.programme')}>
        <ProgrammeTitle of={owed} />
      </Cell>
      <Cell name={t('columns.due')}>
        <Due dueAt={owed.dueAt} isOverdue={owed.overdue} />
      </Cell>
    </tr>
  );
}

function QuestionLine({ asked }: { readonly asked: Consultation }): ReactElement {
  const { t } = useTranslation('inbox');
  const { say } = useLanguage();
  return (
    <tr role="row">
      <Item
        to={`/inbox?consultation=${encodeURIComponent(asked.id)}`}
        text={asked.question}
        isRehearsal={asked.rehearsal}
        isActing={asked.actingOffice !== undefined}
      />
      <Cell name={t('columns.item')}>{say(asked.phaseTitle)}</Cell>
      <Cell name={t('columns.programme')}>
        <ProgrammeTitle of={asked} />
      </Cell>
      <Cell
        name={t('columns.asker')}
      >{`${say(asked.officeTitle)} ${say(asked.askedBy.name)}`}</Cell>
      <Cell name={t('columns.askedAt')}>
        <When at={asked.askedAt} />
      </Cell>
    </tr>
  );
}

function PendingLine({ matter }: { readonly matter: PendingDecision }): ReactElement {
  const { t } = useTranslation('inbox');
  const { say } = useLanguage();
  return (
    <tr role="row">
      <Item
        to={`/programmes/${matter.programmeId}/pressure#${matter.phase}`}
        text={say(matter.phaseTitle)}
        round={matter.round}
        isRehearsal={matter.rehearsal}
      />
      <Cell name={t('columns.kind')}>{t(`pendingKind.${matter.kind}`)}</Cell>
      <Cell name={t('columns.programme')}>
        <ProgrammeTitle of={matter} />
      </Cell>
      <Cell name={t('columns.decideBy')}>
        {matter.dueOn === null ? (
          t('noDueDay')
        ) : (
          <time dateTime={matter.dueOn}>{matter.dueOn}</time>
        )}
      </Cell>
    </tr>
  );
}

/** The question named by the address, as long as it waits for an answer. */
function Answering({
  consultations,
}: {
  readonly consultations: readonly Consultation[];
}): ReactElement | null {
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const id = search.get('consultation');
  const asked = consultations.find((one) => one.id === id);
  if (asked === undefined) return null;
  const { programmeId, phase, round, step, office } = asked;
  const task = [programmeId, phase, String(round), step, office].join('.');
  return (
    <Suspense fallback={null}>
      <AnswerDialog
        consultation={asked}
        programmeId={programmeId}
        sheet={`/tasks/${task}`}
        onClose={() => changeAddress({ consultation: null })}
      />
    </Suspense>
  );
}
