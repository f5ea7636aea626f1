/** What is supposed now, in words; an extension of an open phase may be applied for by who answers for it. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import type { Plan } from '../api/plan.ts';
import { useHolds } from '../session/session.ts';
import type { Programme } from '../programme/programme-query.ts';
import { ExtensionForm, type ExtensionAsked } from './extension-form.tsx';
import { useChangeWords, type Change, type Phase } from './suppositions.ts';

export interface ChangeListProps {
  readonly programme: Programme;
  readonly plan: Plan;
  readonly changes: readonly Change[];
  readonly onDrop: (change: Change) => void;
}

export function ChangeList({ programme, plan, changes, onDrop }: ChangeListProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const wordsOf = useChangeWords(programme, plan);
  const holds = useHolds();
  const [asked, setAsked] = useState<ExtensionAsked | null>(null);
  const [answer, setAnswer] = useState<Schemas['ExtensionAct']['extension'] | null>(null);
  const mayApply = (phase: Phase): boolean =>
    phase.status === 'open' && !phase.overdue && officesOf(phase, plan.owner).some(holds);
  return (
    <>
      {changes.length === 0 ? <p className="what-if-hint">{t('none')}</p> : null}
      <ol className="changes">
        {changes.map((change) => {
          const words = wordsOf(change);
          const phase =
            change.kind === 'extension'
              ? programme.phases.find(({ key }) => key === change.phase)
              : undefined;
          return (
            <li key={words}>
              <span>{words}</span>
              {change.kind === 'extension' && phase !== undefined && mayApply(phase) ? (
                <Button
                  size="small"
                  type="primary"
                  onClick={() => setAsked({ phase, dueOn: change.dueOn })}
                >
                  {t('apply')}
                </Button>
              ) : null}
              <Button
                size="small"
                aria-label={t('drop', { change: words })}
                onClick={() => onDrop(change)}
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ol>
      <div aria-live="polite">
        {answer === null ? null : (
          <Alert
            type={answer.status === 'requested' ? 'success' : 'warning'}
            showIcon
            title={say(answer.message)}
          />
        )}
      </div>
      {asked === null ? null : (
        <ExtensionForm
          programme={programme.id}
          asked={asked}
          onClose={(given) => {
            setAnswer(given);
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** Who may answer for a phase: its lead, the owner, and whoever owes or decides something in it. */
function officesOf({ lead, deliverables, steps }: Phase, owner: string): readonly string[] {
  return [
    lead,
    owner,
    ...deliverables.map(({ office }) => office),
    ...steps.flatMap(({ slots }) => slots.map(({ office }) => office)),
  ];
}
