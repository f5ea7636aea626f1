/** The progress list: every target and phase as it stood on a day, the worst first, and the same as a table to take away. */
import { Button, Empty } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, type Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { useChangeAddress } from '../parts/address.ts';
import { DayField } from '../parts/choice.tsx';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useProgressList } from './indicator-queries.ts';
import { saveAs } from './save-as.ts';
import { ViewsNav } from './views-nav.tsx';
import './indicators.css';

type Item = Schemas['ProgressList']['items'][number];

export function ProgressPage(): ReactElement {
  const { t } = useTranslation('indicators');
  const { id, startsOn } = useShownProgramme();
  const [address] = useSearchParams();
  const changeAddress = useChangeAddress();
  const on = address.get('on');
  const list = useProgressList(id, on);
  const download = useMutation({ mutationFn: () => saveProgress(id, on) });
  const rowOf = useRows();
  return (
    <>
      <ViewsNav />
      <section>
        <h2 className="indicators-title">{t('progressTitle')}</h2>
        <p className="indicators-hint">{t('progressHint')}</p>
        <div className="indicators-tools">
          <DayField
            label={t('progressOn')}
            value={on ?? list.data?.on ?? ''}
            min={startsOn}
            onChange={(value) => changeAddress({ on: value })}
          />
          <Button loading={download.isPending} onClick={() => download.mutate()}>
            {t('download')}
          </Button>
        </div>
        {download.error === null ? null : <ProblemAlert error={download.error} />}
        <Loaded query={list}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty description={t('progressEmpty')} />
            ) : (
              <GridTable
                label={t('progressTitle')}
                columns={[
                  { key: 'item', title: t('item') },
                  { key: 'light', title: t('state') },
                  { key: 'responsible', title: t('responsible') },
                  { key: 'due', title: t('due') },
                  { key: 'progress', title: t('progress') },
                ]}
                rows={items.map(rowOf)}
              />
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function useRows(): (item: Item) => GridRow {
  const { t } = useTranslation('indicators');
  const { say } = useLanguage();
  return ({ phase, title, clause, office, dueOn, light, words }) => ({
    key: phase,
    ...(light === 'overdue' ? { look: 'marked' as const } : {}),
    cells: [
      <span key="item">
        {say(title)}
        <span className="indicators-small">{t('clause', { clause })}</span>
      </span>,
      <span key="light" className={`list-light list-light-${light}`}>
        {t(`light.${light}`)}
      </span>,
      say(office),
      <time key="due" dateTime={dueOn}>
        {dueOn}
      </time>,
      say(words),
    ],
  });
}

async function saveProgress(id: string, on: string | null): Promise<void> {
  const params = { path: { id }, query: on === null ? {} : { on } };
  const { data, response } = await api.GET('/v1/programmes/{id}/progress-list.csv', {
    params,
    parseAs: 'blob',
  });
  const given = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  if (data !== undefined) saveAs(data, given ?? 'progress-list.csv');
}
