/** The inbox: overdue first, then by due date; one click leads to the sheet. Below stands what else waits for the reader. */
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import { AlsoWaiting } from './also-waiting.tsx';
import { InboxCounts } from './inbox-counts.tsx';
import { EmptyNote, InboxFrame } from './inbox-frame.tsx';
import { useTasks, type Task } from './inbox-queries.ts';
import { TaskFilter, useTaskFilter } from './task-filter.tsx';
import { TaskTable } from './task-table.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useSelection } from './use-selection.ts';

const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));
const SignSeveral = lazy(async () => ({
  default: (await import('./sign-several.tsx')).SignSeveral,
}));

export function InboxPage(): ReactElement {
  const { t } = useTranslation('inbox');
  const [isHelpOpen, setHelpOpen] = useState(false);
  useListKeys({ onHelp: () => setHelpOpen(true) });
  const all = useTasks('mine');
  return (
    <InboxFrame
      title={t('title')}
      actions={
        <Button
          className="inbox-keys-button"
          onClick={() => setHelpOpen(true)}
          aria-keyshortcuts="?"
        >
          {t('keys.open')} <kbd aria-hidden="true">?</kbd>
        </Button>
      }
    >
      <Loaded query={all}>
        {(tasks) => (
          <>
            <InboxCounts tasks={tasks} hasMore={all.hasNextPage} />
            <TaskFilter tasks={tasks} />
            <Tasks />
          </>
        )}
      </Loaded>
      <AlsoWaiting />
      <Suspense fallback={null}>
        {isHelpOpen ? <KeysHelp onClose={() => setHelpOpen(false)} /> : null}
      </Suspense>
    </InboxFrame>
  );
}

function Tasks(): ReactElement {
  const { t } = useTranslation('inbox');
  const filter = useTaskFilter();
  const tasks = useTasks('mine', filter);
  const isFiltered = filter.programme !== undefined || filter.phase !== undefined;
  return (
    <Loaded query={tasks}>
      {(items) => {
        if (items.length > 0 || !isFiltered) {
          return (
            <Signing tasks={items}>
              <More list={tasks} className="inbox-more" />
            </Signing>
          );
        }
        return <EmptyNote title={t('emptyFiltered')} />;
      }}
    </Loaded>
  );
}

/** What has been signed together leaves the list; what came of it stays until it is put away. */
function Signing({
  tasks,
  children,
}: {
  readonly tasks: readonly Task[];
  readonly children: ReactElement;
}): ReactElement {
  const { t } = useTranslation('inbox');
  const selection = useSelection();
  const chosen = tasks.filter(({ id }) => selection.has(id));
  return (
    <>
      <Suspense fallback={null}>
        {selection.wasUsed ? <SignSeveral chosen={chosen} onChoose={selection.choose} /> : null}
      </Suspense>
      {tasks.length === 0 ? null : (
        <section className="inbox-section" aria-labelledby="inbox-tasks">
          <h2 id="inbox-tasks">{t('sections.tasks')}</h2>
          <TaskTable tasks={tasks} selection={selection} />
          {children}
        </section>
      )}
    </>
  );
}
