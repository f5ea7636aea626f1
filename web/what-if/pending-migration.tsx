/** A move to another version that awaits its decision. */
import { Alert, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { instantText } from '../parts/when.tsx';
import { useAnnounce } from '../programme/announcement.tsx';
import { useHolds } from '../session/session.ts';
import type { Programme } from '../programme/programme-query.ts';
import { useMe } from '../session/session.ts';
import { MigrationPreview } from './migration-preview.tsx';
import { useDecideMigration, usePreview } from './version-queries.ts';

export interface PendingMigrationProps {
  readonly programme: Programme;
  readonly migration: NonNullable<Programme['migration']>;
}

export function PendingMigration({ programme, migration }: PendingMigrationProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const holds = useHolds();
  const me = useMe().data;
  const { version, choices, previewHash, proposedBy, proposedAt, decidedBy } = migration;
  const preview = usePreview(programme, version, choices);
  const mayDecide = holds(decidedBy) && me?.id !== proposedBy.id;
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={t('pending', { version, office: say(migration.decidedByTitle) })}
        description={t('proposedBy', { name: say(proposedBy.name), at: instantText(proposedAt) })}
      />
      <Loaded query={preview}>
        {(data) => (
          <>
            {data.previewHash === previewHash ? null : (
              <Alert type="warning" showIcon title={t('stale')} />
            )}
            <MigrationPreview preview={data} choices={choices} onChoose={null} />
          </>
        )}
      </Loaded>
      {mayDecide ? <Decision programme={programme.id} migration={migration.id} /> : null}
    </>
  );
}

function Decision({
  programme,
  migration,
}: {
  readonly programme: string;
  readonly migration: string;
}): ReactElement {
  const { t } = useTranslation('whatIf');
  const [form] = Form.useForm<{ readonly opinion?: string }>();
  const decide = useDecideMigration(programme, migration);
  const announce = useAnnounce();
  const send = (approve: boolean): void => {
    const opinion = (form.getFieldValue('opinion') as string | undefined) ?? ''; // absent until it is written
    decide.mutate(
      { approve, opinion: opinion.trim() === '' ? null : opinion },
      { onSuccess: () => announce(t(approve ? 'approved' : 'refused')) },
    );
  };
  return (
    <section>
      <h3>{t('decide')}</h3>
      <Form form={form} layout="vertical">
        <Form.Item name="opinion" label={t('opinion')} extra={t('opinionHint')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {decide.error === null ? null : <ProblemAlert error={decide.error} />}
      <div className="what-if-tools">
        <Button type="primary" loading={decide.isPending} onClick={() => send(true)}>
          {t('approve')}
        </Button>
        <Button danger disabled={decide.isPending} onClick={() => send(false)}>
          {t('refuse')}
        </Button>
      </div>
    </section>
  );
}
