/** What the reader has decided, the latest first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import { When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import { EmptyNote, InboxFrame } from './inbox-frame.tsx';
import { useTasks, type Task } from './inbox-queries.ts';
import { Cell, Columns, Item } from './rows.tsx';

export function DonePage(): ReactElement {
  const { t } = useTranslation('inbox');
  const tasks = useTasks('done');
  const names = [
    t('columns.item'),
    t('columns.programme'),
    t('columns.office'),
    t('columns.decision'),
    t('columns.decidedAt'),
  ];
  return (
    <InboxFrame title={t('doneTitle')}>
      <Loaded query={tasks}>
        {(items) =>
          items.length === 0 ? (
            <EmptyNote title={t('emptyDone')} />
          ) : (
            <div className="inbox-section">
              <table className="inbox-table" role="table" aria-label={t('doneTitle')}>
                <Columns names={names} />
                <tbody role="rowgroup">
                  {items.map((task) => (
                    <DoneLine key={task.id} task={task} />
                  ))}
                </tbody>
              </table>
              <More list={tasks} className="inbox-more" />
            </div>
          )
        }
      </Loaded>
    </InboxFrame>
  );
}

function DoneLine({ task }: { readonly task: Task }): ReactElement {
  const { t } = useTranslation('inbox');
  const { say } = useLanguage();
  return (
    <tr role="row">
      <Item
        to={`/tasks/${task.id}`}
        text={`${say(task.phaseTitle)} · ${say(task.stepTitle)}`}
        round={task.round}
        isRehearsal={task.rehearsal}
      />
      <Cell name={t('columns.programme')}>
        <ProgrammeTitle of={task} />
      </Cell>
      <Cell name={t('columns.office')}>{say(task.officeTitle)}</Cell>
      <Cell name={t('columns.decision')}>
        {task.decision === undefined ? null : t(`decision.${task.decision}`)}
      </Cell>
      <Cell name={t('columns.decidedAt')}>
        {task.decidedAt === undefined ? null : <When at={task.decidedAt} />}
      </Cell>
    </tr>
  );
}
