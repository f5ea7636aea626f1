/** Planning backward 倒排工期: the latest windows of all phases before a fixed last day. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { Choice, DayField } from '../parts/choice.tsx';
import { GridTable } from '../parts/grid-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { instantText } from '../parts/when.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useBackwardPlan, type BackwardAsked } from './projection-query.ts';
import { ViewsNav } from './views-nav.tsx';
import './what-if.css';

export function BackwardPage(): ReactElement {
  const { t } = useTranslation('whatIf');
  const { definition, now, phases } = useShownProgramme();
  const [draft, setDraft] = useState<BackwardAsked>({
    endsOn:
      phases
        .map(({ dueOn }) => dueOn)
        .toSorted()
        .at(-1) ?? '',
    earliest: instantText(now).slice(0, 10),
    keep: 'lengths',
  });
  const [asked, setAsked] = useState<BackwardAsked | null>(null);
  const plan = useBackwardPlan(definition, asked);
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(draft);
  };
  return (
    <div className="what-if">
      <ViewsNav />
      <p className="what-if-hint">{t('backwardHint')}</p>
      <form className="what-if-tools" onSubmit={ask}>
        <DayField
          label={t('endsOn')}
          value={draft.endsOn}
          isRequired
          onChange={(endsOn) => setDraft({ ...draft, endsOn })}
        />
        <DayField
          label={t('earliest')}
          value={draft.earliest}
          isRequired
          onChange={(earliest) => setDraft({ ...draft, earliest })}
        />
        <Choice
          label={t('keep')}
          value={draft.keep}
          options={(['lengths', 'workdays'] as const).map((value) => ({
            value,
            label: t(`keeps.${value}`),
          }))}
          onChange={(value) =>
            setDraft({ ...draft, keep: value === 'workdays' ? 'workdays' : 'lengths' })
          }
        />
        <Button type="primary" htmlType="submit">
          {t('reckon')}
        </Button>
      </form>
      {asked === null ? null : (
        <Loaded query={plan}>{(data) => <BackwardResult plan={data} />}</Loaded>
      )}
    </div>
  );
}

function BackwardResult({ plan }: { readonly plan: Schemas['BackwardPlan'] }): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const { faults, phases, latestStart, startsOn, slackDays } = plan;
  return (
    <section aria-live="polite">
      <h2 className="what-if-title what-if-result">{t('backward')}</h2>
      {faults.length === 0 ? (
        <Alert type="success" showIcon title={t('fits')} />
      ) : (
        <Alert
          type="error"
          showIcon
          title={t('fitsNot')}
          description={
            <ul>
              {faults.map(({ code, phase, message }) => (
                <li key={`${code}.${phase ?? ''}`}>{say(message)}</li>
              ))}
            </ul>
          }
        />
      )}
      <dl className="what-if-facts">
        <dt>{t('latestStart')}</dt>
        <dd>{latestStart}</dd>
        <dt>{t('startsWith')}</dt>
        <dd>{startsOn}</dd>
        <dt>{t('slack')}</dt>
        <dd>{t('slackDays', { count: slackDays })}</dd>
      </dl>
      <GridTable
        label={t('backward')}
        columns={[
          { key: 'phase', title: t('phase') },
          { key: 'latest', title: t('latest') },
          { key: 'forward', title: t('forward') },
          { key: 'slack', title: t('slack'), isNumber: true },
        ]}
        rows={phases.map(({ key, title, latest, forward, slackDays: slack }) => ({
          key,
          ...(slack < 0 ? { look: 'marked' as const } : {}),
          cells: [
            say(title),
            t('span', { ...latest }),
            t('span', { ...forward }),
            t('slackDays', { count: slack }),
          ],
        }))}
      />
    </section>
  );
}
