/** Approving several tasks with one opinion: one after the other, each with its result. What failed stays selected. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.ts';
import { problemText } from '../api/problem-text.ts';
import { useLanguage } from '../app/use-language.ts';
import { forgetProgrammes } from '../live/stale.ts';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import type { Task } from './inbox-queries.ts';

export interface SignSeveralProps {
  readonly chosen: readonly Task[];
  readonly onChoose: (ids: readonly string[]) => void;
}

interface Result {
  readonly task: Task;
  /** Null where it was signed. */
  readonly error: unknown;
}

const LONGEST_OPINION = 5000;

export function SignSeveral({ chosen, onChoose }: SignSeveralProps): ReactElement | null {
  const { t } = useTranslation('inbox');
  const [opinion, setOpinion] = useState<string | null>(null);
  const { sign, signed, results, forget } = useSigning((failed) => {
    onChoose(failed);
    setOpinion(null);
  });
  if (sign.isPending) {
    return (
      <p className="inbox-several" role="status">
        {t('several.running', { current: signed + 1, number: chosen.length })}
      </p>
    );
  }
  const start = (): void => sign.mutate({ tasks: chosen, opinion: (opinion ?? '').trim() });
  return (
    <>
      {results.length === 0 ? null : <Results results={results} onDismiss={forget} />}
      {chosen.length === 0 ? null : (
        <section className="inbox-several" aria-label={t('several.approve')}>
          <p role="status">{t('several.chosen', { number: chosen.length })}</p>
          {opinion === null ? (
            <div className="inbox-several-acts">
              <Button type="primary" onClick={() => setOpinion('')}>
                {t('several.approve')}
              </Button>
              <Button onClick={() => onChoose([])}>{t('several.clear')}</Button>
            </div>
          ) : (
            <>
              <label htmlFor="inbox-opinion">{t('several.opinion')}</label>
              <Input.TextArea
                id="inbox-opinion"
                rows={2}
                maxLength={LONGEST_OPINION}
                value={opinion}
                onChange={({ target }) => setOpinion(target.value)}
              />
              <div className="inbox-several-acts">
                <Button type="primary" onClick={start}>
                  {t('several.confirm', { number: chosen.length })}
                </Button>
                <Button onClick={() => setOpinion(null)}>{t('several.cancel')}</Button>
              </div>
            </>
          )}
        </section>
      )}
    </>
  );
}

interface Request {
  readonly tasks: readonly Task[];
  readonly opinion: string;
}

function useSigning(onDone: (failed: readonly string[]) => void): {
  readonly sign: { readonly isPending: boolean; readonly mutate: (request: Request) => void };
  readonly signed: number;
  readonly results: readonly Result[];
  readonly forget: () => void;
} {
  const queries = useQueryClient();
  const [results, setResults] = useState<readonly Result[]>([]);
  const sign = useMutation({
    mutationFn: async ({ tasks, opinion }: Request) => {
      const done: Result[] = [];
      setResults([]);
      for (const task of tasks) {
        done.push({ task, error: await refusalOf(task.id, opinion) });
        setResults([...done]);
      }
      return done;
    },
    onSuccess: (done) => {
      onDone(done.filter(({ error }) => error !== null).map(({ task }) => task.id));
      forgetProgrammes(queries, [...new Set(done.map(({ task }) => task.programmeId))]);
    },
  });
  return { sign, signed: results.length, results, forget: () => setResults([]) };
}

/** Null where the task was signed. */
async function refusalOf(id: string, opinion: string): Promise<unknown> {
  const body = { decision: 'approve' as const, opinion: opinion === '' ? null : opinion };
  try {
    await bodyOf(api.POST('/v1/tasks/{id}/decisions', { params: { path: { id } }, body }));
    return null;
  } catch (error) {
    return error;
  }
}

interface ResultsProps {
  readonly results: readonly Result[];
  readonly onDismiss: () => void;
}

function Results({ results, onDismiss }: ResultsProps): ReactElement {
  const { t } = useTranslation(['inbox', 'common']);
  const { say, marks } = useLanguage();
  const titled = useProgrammeTitle();
  const words = {
    unreachable: t('common:unreachable'),
    unknown: t('common:unknownProblem'),
    marks,
  };
  const failed = results.filter(({ error }) => error !== null).length;
  return (
    <section className="inbox-several" aria-label={t('several.result')}>
      <p role="status">{t('several.done', { done: results.length - failed, failed })}</p>
      <ul>
        {results.map(({ task, error }) => (
          <li key={task.id} className={error === null ? '' : 'inbox-several-failed'}>
            {`${titled(task)} · ${say(task.phaseTitle)} · ${say(task.stepTitle)} — `}
            {error === null
              ? t('several.signed')
              : marks.labelled(t('several.failed'), problemText(error, words))}
          </li>
        ))}
      </ul>
      <Button onClick={onDismiss}>{t('several.dismiss')}</Button>
    </section>
  );
}
