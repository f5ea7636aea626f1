/** What a move to another version would do: to every phase, to duties and to the ladder, and what stands in its way. */
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { Choice } from '../parts/choice.tsx';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import type { Choices } from './version-queries.ts';

export interface MigrationPreviewProps {
  readonly preview: Schemas['MigrationPreview'];
  readonly choices: Choices;
  /** Null where nothing is to be chosen any more. */
  readonly onChoose: ((phase: string, choice: 'keep' | 'recompute') => void) | null;
}

export function MigrationPreview(props: MigrationPreviewProps): ReactElement {
  const { preview } = props;
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const rowOf = usePhaseRows(props);
  const { from, to, phases, obstacles } = preview;
  const heading = t('previewTitle', { from, to });
  return (
    <section>
      <h2>{heading}</h2>
      {obstacles.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          title={t('obstacles')}
          description={
            <ul>
              {obstacles.map((obstacle) => (
                <li key={obstacle.en}>{say(obstacle)}</li>
              ))}
            </ul>
          }
        />
      )}
      <GridTable
        label={heading}
        columns={[
          { key: 'phase', title: t('phase') },
          { key: 'verdict', title: t('verdict') },
          { key: 'before', title: t('before') },
          { key: 'after', title: t('after') },
          { key: 'choice', title: t('choice') },
          { key: 'why', title: t('why') },
        ]}
        rows={phases.map(rowOf)}
      />
      <Duties duties={preview.duties} />
      <Dropped rungs={preview.rungsDropped} />
    </section>
  );
}

type PreviewedPhase = Schemas['MigrationPreview']['phases'][number];

/** New phases have no name that the programme knows; they are said by their keys. */
function useStages(): (key: string) => string {
  const { say } = useLanguage();
  const { phases } = useShownProgramme();
  return (key) => {
    const title = phases.find((phase) => phase.key === key)?.title;
    return title === undefined ? key : say(title);
  };
}

function usePhaseRows({
  choices,
  onChoose,
}: MigrationPreviewProps): (phase: PreviewedPhase) => GridRow {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const stageOf = useStages();
  const spanOf = (dates: PreviewedPhase['before']): string =>
    dates === null ? '—' : t('span', { from: dates.opensOn, to: dates.dueOn });
  return ({ key, verdict, before, after, why }) => {
    const chosen = choices[key] ?? 'recompute';
    const mayChoose = onChoose !== null && (verdict === 're-dated' || key in choices);
    return {
      key,
      ...(verdict === 'impossible' ? { look: 'marked' as const } : {}),
      cells: [
        stageOf(key),
        t(`verdicts.${verdict}`),
        spanOf(before),
        spanOf(after),
        mayChoose ? (
          <Choice
            key="choice"
            label={t('choiceFor', { stage: stageOf(key) })}
            value={chosen}
            options={(['recompute', 'keep'] as const).map((value) => ({
              value,
              label: t(`choices.${value}`),
            }))}
            onChange={(value) => onChoose(key, value === 'keep' ? 'keep' : 'recompute')}
          />
        ) : key in choices ? (
          t(`choices.${chosen}`)
        ) : (
          '—'
        ),
        say(why),
      ],
    };
  };
}

function Duties({ duties }: Pick<Schemas['MigrationPreview'], 'duties'>): ReactElement | null {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const programme = useShownProgramme();
  if (duties.length === 0) return null;
  return (
    <>
      <h3>{t('duties')}</h3>
      <GridTable
        label={t('duties')}
        columns={[
          { key: 'duty', title: t('duties') },
          { key: 'verdict', title: t('verdict') },
          { key: 'before', title: t('before') },
          { key: 'after', title: t('after') },
        ]}
        rows={duties.map(({ key, verdict, before, after }) => {
          const title = programme.duties.find((duty) => duty.key === key)?.title;
          return {
            key,
            cells: [
              title === undefined ? key : say(title),
              t(`dutyVerdicts.${verdict}`),
              before ?? '—',
              after ?? '—',
            ],
          };
        })}
      />
    </>
  );
}

function Dropped({
  rungs,
}: {
  readonly rungs: Schemas['MigrationPreview']['rungsDropped'];
}): ReactElement | null {
  const { t } = useTranslation('whatIf');
  const stageOf = useStages();
  if (rungs.length === 0) return null;
  return (
    <>
      <h3>{t('dropped')}</h3>
      <ul>
        {rungs.map(({ phase, rung, raised }) => (
          <li key={`${phase}.${rung}`}>
            {stageOf(phase)} · {t(`rung.${rung}`)} · {t(raised ? 'droppedRaised' : 'droppedNot')}
          </li>
        ))}
      </ul>
    </>
  );
}
