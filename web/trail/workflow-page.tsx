/** What Temporal holds of the programme, beside what the ledger expects. */
import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { ActivityTable } from './activity-table.tsx';
import { valueText } from './event-words.ts';
import { Moment } from './moment.tsx';
import { useWorkflowView } from './trail-queries.ts';
import type { WorkflowView } from './types.ts';

export function WorkflowPage(): ReactElement {
  const { t } = useTranslation('trail');
  const { id } = useShownProgramme();
  const view = useWorkflowView(id);
  return (
    <section aria-labelledby="workflow-title">
      <div className="trail-bar">
        <h2 id="workflow-title">{t('section.workflow')}</h2>
        <Button loading={view.isFetching} onClick={() => void view.refetch()}>
          {t('workflow.again')}
        </Button>
      </div>
      <p className="trail-intro">{t('workflow.intro')}</p>
      <Loaded query={view}>
        {(both) => (
          <>
            <Agreement both={both} />
            <div className="trail-sides">
              <LedgerSide both={both} />
              <TemporalSide both={both} />
            </div>
            {both.reachable ? <ActivityTable both={both} /> : null}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Agreement({ both }: { readonly both: WorkflowView }): ReactElement {
  const { t } = useTranslation('trail');
  const { say } = useLanguage();
  const { reachable, agrees, differences } = both;
  if (!reachable) {
    return (
      <Finding kind="away" icon={<WarningFilled aria-hidden />}>
        <p>{t('workflow.awayText')}</p>
      </Finding>
    );
  }
  if (agrees) {
    return (
      <Finding kind="agrees" icon={<CheckCircleFilled aria-hidden />}>
        <p>{t('workflow.agreesText')}</p>
      </Finding>
    );
  }
  return (
    <Finding kind="differs" icon={<CloseCircleFilled aria-hidden />}>
      <ul>
        {differences.map((difference) => (
          <li key={difference.en}>{say(difference)}</li>
        ))}
      </ul>
    </Finding>
  );
}

const LOOK_OF = { away: 'trail-doubtful', agrees: 'trail-good', differs: 'trail-bad' } as const;

interface FindingProps {
  readonly kind: keyof typeof LOOK_OF;
  readonly icon: ReactElement;
  readonly children: ReactNode;
}

function Finding({ kind, icon, children }: FindingProps): ReactElement {
  const { t } = useTranslation('trail');
  return (
    <div role="status" className={`trail-panel ${LOOK_OF[kind]}`}>
      <h3>
        {icon} {t(`workflow.${kind}`)}
      </h3>
      {children}
    </div>
  );
}

function LedgerSide({ both }: { readonly both: WorkflowView }): ReactElement {
  const { t } = useTranslation('trail');
  const { ledger } = both;
  return (
    <section className="trail-panel" aria-labelledby="ledger-side">
      <h3 id="ledger-side">{t('workflow.ledger')}</h3>
      <dl className="trail-facts">
        <Fact word={t('workflow.status')}>{valueText(ledger.status, t)}</Fact>
        <Fact word={t('workflow.position')}>{ledger.position}</Fact>
        <Fact word={t('workflow.nextAt')}>
          <MaybeMoment at={ledger.nextAt} />
        </Fact>
      </dl>
    </section>
  );
}

function TemporalSide({ both }: { readonly both: WorkflowView }): ReactElement {
  const { t } = useTranslation('trail');
  const { run, pendingTimer, accountedPosition, workflowId } = both;
  return (
    <section className="trail-panel" aria-labelledby="temporal-side">
      <h3 id="temporal-side">{t('workflow.temporal')}</h3>
      <dl className="trail-facts">
        <Fact word={t('workflow.id')}>
          <code>{workflowId}</code>
        </Fact>
        {run === undefined || run === null ? (
          <Fact word={t('workflow.run')}>
            {both.reachable ? t('workflow.noRun') : t('workflow.unknown')}
          </Fact>
        ) : (
          <>
            <Fact word={t('workflow.runStatus')}>{run.status}</Fact>
            <Fact word={t('workflow.accounted')}>{accountedPosition ?? t('workflow.unknown')}</Fact>
            <Fact word={t('workflow.timer')}>
              <MaybeMoment at={pendingTimer?.firesAt ?? null} />
              {pendingTimer?.summary === undefined ? null : <div>{pendingTimer.summary}</div>}
            </Fact>
            <Fact word={t('workflow.startedAt')}>
              <Moment at={run.startedAt} />
            </Fact>
            {run.closedAt === null ? null : (
              <Fact word={t('workflow.closedAt')}>
                <Moment at={run.closedAt} />
              </Fact>
            )}
            <Fact word={t('workflow.history')}>{run.historyLength}</Fact>
            <Fact word={t('workflow.run')}>
              <code>{run.id}</code>
            </Fact>
          </>
        )}
      </dl>
    </section>
  );
}

function Fact({
  word,
  children,
}: {
  readonly word: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  );
}

function MaybeMoment({ at }: { readonly at: string | null }): ReactElement {
  const { t } = useTranslation('trail');
  return at === null ? <>{t('workflow.none')}</> : <Moment at={at} />;
}
