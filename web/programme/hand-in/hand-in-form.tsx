/** The form of a hand-in: text, files and structured data. A check that finds faults leaves everything in place to be mended. */
import type { UseMutationResult } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useId, useMemo, useState, type ReactElement, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../app/use-language.ts';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useAct } from '../act.ts';
import { useAnnounce } from '../announcement.tsx';
import { usePlan } from '../../api/plan.ts';
import { useShownProgramme } from '../programme-shell.tsx';
import { choiceNamesIn, type ChoiceNames } from './choice-names.ts';
import { DataEditor, type DataFault } from './data-editor.tsx';
import { dataOf, draftOf, type Draft } from './draft.ts';
import { FaultSummary } from './fault-summary.tsx';
import { FilePicker } from './file-picker.tsx';
import { fieldsOf, type Field } from './schema-fields.ts';
import { useUploads } from './use-uploads.ts';

type Content = Schemas['DeliverableContent'];

export function HandInForm({ content }: { readonly content: Content }): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const programme = useShownProgramme();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const noteId = useId();
  const [note, setNote] = useState(content.note ?? '');
  const [isEmpty, setEmpty] = useState(false);
  const uploads = useUploads(content.files);
  const structure = useDataDraft(content, programme.definition);
  const act = useHandIn(programme.id, content);
  const check = act.data?.deliverable.check ?? (act.isIdle ? content.check : undefined);
  const faults = useMemo(
    () => [
      ...(check?.faults ?? []).map(({ pointer, message }) => ({ pointer, text: say(message) })),
      ...refusedAt(act.error),
    ],
    // `say` follows the language, with which `t` changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [check, act.error, t],
  );
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const files = uploads.items.flatMap(({ stored }) => (stored === null ? [] : [stored]));
    const text = note.trim() === '' ? null : note;
    const hasNothing = text === null && files.length === 0 && structure.fields.length === 0;
    setEmpty(hasNothing);
    if (hasNothing) return;
    const data =
      structure.fields.length === 0 ? {} : { data: dataOf(structure.fields, structure.draft) };
    const onSuccess = ({ deliverable }: Schemas['HandInAct']): void => {
      if (deliverable.check?.ok === false) return;
      announce(t('handIn.done', { title: say(content.title) }));
      void navigate(`/programmes/${programme.id}/overview#${content.phase}`);
    };
    act.mutate({ note: text, files, ...data }, { onSuccess });
  };
  return (
    <form className="hand-in-form" onSubmit={send} aria-label={t('handIn.verb')}>
      {check?.ok === false ? <FaultSummary faults={faults} /> : null}
      {act.error === null ? null : <ProblemAlert error={act.error} />}
      <div className="act-field">
        <label htmlFor={noteId}>{t('handIn.note')}</label>
        <textarea
          id={noteId}
          rows={4}
          maxLength={10_000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      <FilePicker uploads={uploads} />
      <DataPart structure={structure} faults={faults} />
      {isEmpty ? <Alert type="warning" role="alert" showIcon title={t('handIn.nothing')} /> : null}
      <div className="hand-in-send">
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          disabled={uploads.isBusy}
          loading={act.isPending}
        >
          {t(content.status === 'due' ? 'handIn.verb' : 'handIn.again')}
        </Button>
        {uploads.isBusy ? <span role="status">{t('handIn.wait')}</span> : null}
      </div>
    </form>
  );
}

/** Nothing where the deliverable has no structured data. */
function DataPart({
  structure,
  faults,
}: {
  readonly structure: DataDraft;
  readonly faults: readonly DataFault[];
}): ReactElement | null {
  const { t } = useTranslation('programme');
  const id = useId();
  const { fields, draft, setDraft, choices, isExample } = structure;
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('handIn.data')}</h3>
      {isExample ? <p className="example-note">{t('handIn.example')}</p> : null}
      <DataEditor
        fields={fields}
        draft={draft}
        choices={choices}
        faults={faults}
        onDraft={setDraft}
      />
    </section>
  );
}

interface DataDraft {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly setDraft: (change: (draft: Draft) => Draft) => void;
  readonly choices: ChoiceNames;
  readonly isExample: boolean;
}

/** Structured data begins with what was handed in last, else with the example. */
function useDataDraft(content: Content, definition: Schemas['DefinitionRef']): DataDraft {
  const plan = usePlan(definition).data;
  const { phase, key, schema, data, example } = content;
  const [fields] = useState(() => fieldsOf(schema));
  const [draft, setDraft] = useState(() => draftOf(fields, data ?? example));
  const [isExample] = useState(data === undefined && example !== undefined);
  const choices = useMemo(() => choiceNamesIn(plan, phase, key), [plan, phase, key]);
  return { fields, draft, setDraft, choices, isExample };
}

function useHandIn(
  id: string,
  { phase, key: deliverable }: Content,
): UseMutationResult<Schemas['HandInAct'], Error, Schemas['HandIn']> {
  const path = { id, phase, deliverable };
  return useAct(id, (body: Schemas['HandIn']) =>
    bodyOf(
      api.PUT('/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}', {
        params: { path },
        body,
      }),
    ),
  );
}

/** Faults that the API found before it took anything. */
function refusedAt(error: unknown): readonly DataFault[] {
  if (!(error instanceof Problem)) return [];
  return (error.document.errors ?? []).map(({ pointer = '', detail = '' }) => ({
    pointer,
    text: detail,
  }));
}
