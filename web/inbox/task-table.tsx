/** Tasks to sign, each with a box to select it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import type { Task } from './inbox-queries.ts';
import { Cell, Columns, Due, Item } from './rows.tsx';
import type { Selection } from './use-selection.ts';

export interface TaskTableProps {
  readonly tasks: readonly Task[];
  readonly selection: Selection;
}

export function TaskTable({ tasks, selection }: TaskTableProps): ReactElement {
  const { t } = useTranslation('inbox');
  const names = [t('columns.item'), t('columns.programme'), t('columns.office'), t('columns.due')];
  const areAllChosen = tasks.every(({ id }) => selection.has(id));
  return (
    <table className="inbox-table" role="table" aria-labelledby="inbox-tasks">
      <Columns
        names={names}
        first={
          <th role="columnheader" scope="col" className="inbox-pick">
            <span className="visually-hidden">{t('columns.select')}</span>
            <input
              type="checkbox"
              aria-label={t('several.selectAll')}
              checked={areAllChosen}
              onChange={() => selection.choose(areAllChosen ? [] : tasks.map(({ id }) => id))}
            />
          </th>
        }
      />
      <tbody role="rowgroup">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

interface TaskLineProps {
  readonly task: Task;
  readonly selection: Selection;
}

function TaskLine({ task, selection }: TaskLineProps): ReactElement {
  const { t } = useTranslation('inbox');
  const { say, marks } = useLanguage();
  const programme = useProgrammeTitle()(task);
  const item = `${say(task.phaseTitle)} · ${say(task.stepTitle)}`;
  return (
    <tr role="row">
      <td role="cell" className="inbox-pick">
        <input
          type="checkbox"
          aria-label={t('several.selectOne', { item: `${item}${marks.bracketed(programme)}` })}
          checked={selection.has(task.id)}
          onChange={({ target }) => selection.set(task.id, target.checked)}
        />
      </td>
      <Item
        to={`/tasks/${task.id}`}
        text={item}
        round={task.round}
        isRehearsal={task.rehearsal}
        isActing={task.actingOffice !== undefined}
      />
      <Cell name={t('columns.programme')}>{programme}</Cell>
      <Cell name={t('columns.office')}>{say(task.officeTitle)}</Cell>
      <Cell name={t('columns.due')}>
        <Due dueAt={task.dueAt} isOverdue={task.overdue} />
      </Cell>
    </tr>
  );
}
