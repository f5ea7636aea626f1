/** What a proposal would move, and publishing it: only what was previewed as it stands can be published. */
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import { usePublish, type Proposal, type usePreview } from './calendar-queries.ts';
import { MovesTable } from './moves-table.tsx';

export interface ProposalPanelProps {
  readonly calendarKey: string;
  readonly preview: ReturnType<typeof usePreview>;
  /** What stands in the form now; null while it is incomplete. */
  readonly proposal: Proposal | null;
}

export function ProposalPanel({
  calendarKey,
  preview,
  proposal,
}: ProposalPanelProps): ReactElement | null {
  const { t } = useTranslation('calendars');
  const publish = usePublish(calendarKey);
  if (publish.isSuccess) {
    return (
      <div role="status">
        <Alert
          type="success"
          showIcon
          title={t('published', { version: publish.data.version })}
          action={<LinkButton to="/calendars">{t('back')}</LinkButton>}
        />
      </div>
    );
  }
  if (preview.error !== null) return <ProblemAlert error={preview.error} />;
  if (preview.data === undefined) return null;
  const { onVersion } = preview.data;
  const isCurrent = JSON.stringify(preview.variables) === JSON.stringify(proposal);
  return (
    <SheetSection title={t('previewTitle')}>
      <MovesTable preview={preview.data} />
      {publish.error === null ? null : <PublishRefused error={publish.error} preview={preview} />}
      <p role="status" className="quiet">
        {publish.isPending ? t('publishing') : isCurrent ? '' : t('previewNeeded')}
      </p>
      <Button
        type="primary"
        size="large"
        disabled={!isCurrent}
        loading={publish.isPending}
        onClick={() => {
          publish.mutate({ proposal: preview.variables, onVersion });
        }}
      >
        {t('publish')}
      </Button>
    </SheetSection>
  );
}

/** Somebody else has published meanwhile: what moves is looked at again, on the version of now. */
function PublishRefused({
  error,
  preview,
}: {
  readonly error: Error;
  readonly preview: ProposalPanelProps['preview'];
}): ReactElement {
  if (!isProblem(error, 'calendar-changed') || preview.variables === undefined) {
    return <ProblemAlert error={error} />;
  }
  const { variables } = preview;
  return (
    <ProblemAlert
      error={error}
      onRetry={() => {
        preview.mutate(variables);
      }}
    />
  );
}
