/** One definition before it is started: the whole of it on the chosen days, what is wrong, and starting it. */
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useDefinitions, type DefinitionSummary } from '../api/definitions.ts';
import { useLanguage } from '../app/use-language.ts';
import { useChangeAddress } from '../parts/address.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { Particulars } from '../parts/sheet-section.tsx';
import { NotFoundPage } from '../app/not-found-page.tsx';
import { useOutline, type Outline } from './definition-queries.ts';
import { officeNames } from './office-names.ts';
import { OutlineParts } from './outline-parts.tsx';
import { OutlinePhases } from './outline-phases.tsx';
import { StartDays } from './start-days.tsx';
import { StartForm } from './start-form.tsx';
import './definition-page.css';

export function DefinitionPage(): ReactElement {
  const { key = '' } = useParams();
  const definitions = useDefinitions();
  return (
    <Loaded query={definitions}>
      {(rows) => {
        const summary = rows.find((row) => row.key === key);
        return summary === undefined ? <NotFoundPage /> : <OneDefinition summary={summary} />;
      }}
    </Loaded>
  );
}

function OneDefinition({ summary }: { readonly summary: DefinitionSummary }): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const known = summary.versions.map(({ version }) => version);
  const asked = Number(search.get('version'));
  const version = known.includes(asked) ? asked : summary.version;
  const startsOn = search.get('startsOn');
  const outline = useOutline({ key: summary.key, version, startsOn });
  return (
    <Page title={say(summary.title)} actions={<LinkButton to="/set-up">{t('back')}</LinkButton>}>
      {known.length < 2 ? null : (
        <p>
          <Select
            aria-label={t('chooseVersion')}
            value={version}
            options={known.map((one) => ({
              value: one,
              label: t('versionText', { version: one }),
            }))}
            onChange={(chosen) => changeAddress({ version: String(chosen) })}
          />
        </p>
      )}
      <Loaded query={outline}>
        {(shown) => (
          <>
            <Facts outline={shown} />
            <StartDays outline={shown} onDay={(day) => changeAddress({ startsOn: day })} />
            <OutlinePhases outline={shown} />
            <OutlineParts outline={shown} />
            <StartForm key={`${shown.key} ${String(shown.version)}`} outline={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ outline }: { readonly outline: Outline }): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const { paper, issuer, documentNumber, owner, version, calendar } = outline;
  return (
    <Particulars
      items={[
        { term: t('facts.paper'), value: say(paper) },
        { term: t('facts.issuer'), value: say(issuer) },
        { term: t('facts.number'), value: documentNumber ?? t('facts.noNumber') },
        { term: t('facts.owner'), value: say(officeNames(outline)(owner)) },
        { term: t('facts.version'), value: t('versionText', { version }) },
        { term: t('facts.calendar'), value: t('facts.calendarText', { ...calendar }) },
      ]}
    />
  );
}
