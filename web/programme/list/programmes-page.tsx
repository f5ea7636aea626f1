/** The programmes that one has to do with: how each stands, what is open in it and whether anything is late. */
import { Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLanguage } from '../../app/use-language.ts';
import type { Schemas } from '../../api/client.ts';
import { useChangeAddress } from '../../parts/address.ts';
import { Choice } from '../../parts/choice.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { More } from '../../parts/more.tsx';
import { Page } from '../../parts/page.tsx';
import { RehearsalMark } from '../../parts/rehearsal-mark.tsx';
import { usePlan } from '../../api/plan.ts';
import { titleOfPhase } from '../phase-title.ts';
import { ProgrammeTitle } from '../../parts/programme-title.tsx';
import { KINDS, useProgrammes, type ProgrammeSummary } from './programmes-query.ts';
import '../facts.css';
import './programmes-page.css';

type Status = Schemas['ProgrammeStatus'];

/** A programme is never seen as a draft. */
const STATUSES = [
  ...(['active', 'suspended', 'completed'] as const),
  ...(['rejected', 'withdrawn', 'terminated'] as const),
] satisfies readonly Status[];

export function ProgrammesPage(): ReactElement {
  const { t } = useTranslation('programme');
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const status = STATUSES.find((one) => one === search.get('status')) ?? null;
  const kind = KINDS.find((one) => one === search.get('kind')) ?? null;
  const programmes = useProgrammes({ status, kind });
  return (
    <Page
      title={t('list')}
      actions={
        <LinkButton type="primary" to="/set-up">
          {t('toSetUp')}
        </LinkButton>
      }
    >
      <div className="list-filter">
        <Choice
          label={t('mode.label')}
          value={kind ?? ''}
          options={[
            { value: '', label: t('mode.any') },
            ...KINDS.map((one) => ({ value: one, label: t(`mode.${one}`) })),
          ]}
          onChange={(value) => changeAddress({ kind: value })}
        />
        <Choice
          label={t('fact.status')}
          value={status ?? ''}
          options={[
            { value: '', label: t('anyStatus') },
            ...STATUSES.map((one) => ({ value: one, label: t(`status.${one}`) })),
          ]}
          onChange={(value) => changeAddress({ status: value })}
        />
      </div>
      <Loaded query={programmes}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              description={t(status === null && kind === null ? 'noProgrammes' : 'noneSuch')}
            />
          ) : (
            <ProgrammeTable items={items} />
          )
        }
      </Loaded>
      <More list={programmes} className="list-more" />
    </Page>
  );
}

function ProgrammeTable({ items }: { readonly items: readonly ProgrammeSummary[] }): ReactElement {
  const { t } = useTranslation('programme');
  return (
    <table className="programme-list">
      <caption className="visually-hidden">{t('list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.title')}</th>
          <th scope="col">{t('column.status')}</th>
          <th scope="col">{t('column.open')}</th>
          <th scope="col">{t('column.startsOn')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ProgrammeRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ProgrammeRow({ item }: { readonly item: ProgrammeSummary }): ReactElement {
  const { t } = useTranslation('programme');
  const { id, status, startsOn, rehearsal, overdue } = item;
  return (
    <tr>
      <th scope="row">
        <Link to={`/programmes/${id}`}>
          <ProgrammeTitle of={item} />
        </Link>
        {rehearsal ? (
          <>
            {' '}
            <RehearsalMark />
          </>
        ) : null}
      </th>
      <td data-name={t('column.status')}>
        <span className={`programme-status status-${status}`}>{t(`status.${status}`)}</span>
        {overdue ? <span className="listed-overdue">▲ {t('light.overdue')}</span> : null}
      </td>
      <td data-name={t('column.open')}>
        <OpenPhases item={item} />
      </td>
      <td data-name={t('column.startsOn')}>
        <time dateTime={startsOn}>{startsOn}</time>
      </td>
    </tr>
  );
}

const MOST_NAMED = 3;

function OpenPhases({ item }: { readonly item: ProgrammeSummary }): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const { data: plan, isPending } = usePlan(item.definition);
  const { openPhases } = item;
  if (openPhases.length === 0) return <>{t('noOpenPhase')}</>;
  // The keys that are known already are nothing to read.
  if (isPending) return <>…</>;
  const known = { phases: plan?.phases ?? [], duties: plan?.duties ?? [] };
  const named = openPhases.slice(0, MOST_NAMED).map((key) => say(titleOfPhase(known, key)));
  const rest = openPhases.length - named.length;
  return (
    <>
      {named.join(t('comma'))}
      {rest === 0 ? '' : t('andMore', { count: rest, total: openPhases.length })}
    </>
  );
}
