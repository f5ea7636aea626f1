/** Moving to another version of the definition: previewed phase by phase, proposed by the owner, decided by another person. */
import { Button, Empty } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../parts/choice.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { usePlan } from '../api/plan.ts';
import { useHolds } from '../session/session.ts';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { MigrationPreview } from './migration-preview.tsx';
import { PendingMigration } from './pending-migration.tsx';
import { useLaterVersions, usePreview, usePropose, type Choices } from './version-queries.ts';
import { ViewsNav } from './views-nav.tsx';
import './what-if.css';

export function VersionPage(): ReactElement {
  const { t } = useTranslation('whatIf');
  const programme = useShownProgramme();
  const versions = useLaterVersions(programme.definition);
  const { version } = programme.definition;
  return (
    <div className="what-if">
      <ViewsNav />
      {programme.migration === null ? (
        <Loaded query={versions}>
          {(later) =>
            later.length === 0 ? (
              <Empty description={t('latestVersion', { version })} />
            ) : (
              <Proposal versions={later} />
            )
          }
        </Loaded>
      ) : (
        <PendingMigration programme={programme} migration={programme.migration} />
      )}
    </div>
  );
}

function Proposal({ versions }: { readonly versions: readonly number[] }): ReactElement {
  const { t } = useTranslation('whatIf');
  const programme = useShownProgramme();
  const { id, definition } = programme;
  const holds = useHolds();
  const owner = usePlan(definition).data?.owner;
  const [version, setVersion] = useState(versions[0] ?? definition.version);
  const [choices, setChoices] = useState<Choices>({});
  const preview = usePreview(programme, version, choices);
  const propose = usePropose(id);
  const mayPropose = owner !== undefined && holds(owner);
  return (
    <>
      <p className="what-if-hint">{t('versionHint', { version: definition.version })}</p>
      <div className="what-if-tools">
        <Choice
          label={t('toVersion')}
          value={String(version)}
          options={versions.map((one) => ({
            value: String(one),
            label: t('version', { version: one }),
          }))}
          onChange={(value) => {
            setVersion(Number(value));
            setChoices({});
          }}
        />
      </div>
      <Loaded query={preview}>
        {(data) => (
          <>
            <MigrationPreview
              preview={data}
              choices={choices}
              onChoose={(phase, choice) => setChoices({ ...choices, [phase]: choice })}
            />
            {propose.error === null ? null : <ProblemAlert error={propose.error} />}
            {mayPropose ? (
              <Button
                type="primary"
                className="what-if-more"
                disabled={!data.possible}
                loading={propose.isPending}
                onClick={() => propose.mutate({ version, choices, previewHash: data.previewHash })}
              >
                {t('propose')}
              </Button>
            ) : (
              <p className="what-if-hint">{t('proposeOnly')}</p>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
