/** The audit trail itself: filters that stand in the address, the entries, and what is shown as a file. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Waiting } from '../app/waiting.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { offerFile } from './offer-file.ts';
import { EventEntry } from './event-entry.tsx';
import { FilterForm } from './filter-form.tsx';
import { filtersOf, isFiltered, type TrailFilters } from './trail-filters.ts';
import { useTrail, useTrailSummary } from './trail-queries.ts';
import { useNames } from './use-names.ts';
import type { People, TrailEvent } from './types.ts';

export function RecordPage(): ReactElement {
  const programme = useShownProgramme();
  const [address] = useSearchParams();
  const filters = filtersOf(address);
  const summary = useTrailSummary(programme.id);
  return (
    <Loaded query={summary}>
      {(counts) => (
        <>
          <FilterForm programme={programme} summary={counts} filters={filters} />
          <Entries programmeId={programme.id} all={counts.entries} filters={filters} />
        </>
      )}
    </Loaded>
  );
}

interface EntriesProps {
  readonly programmeId: string;
  readonly all: number;
  readonly filters: TrailFilters;
}

function Entries({ programmeId, all, filters }: EntriesProps): ReactElement {
  const { t } = useTranslation('trail');
  const trail = useTrail(programmeId, filters);
  const pages = trail.data?.pages ?? [];
  const found = pages.flatMap(({ items }) => items);
  const events = filters.entry === '' ? found : found.slice(0, 1);
  const people: People = mergedPeople(pages);
  const hasMore = trail.hasNextPage && filters.entry === '';
  const counted = isFiltered(filters) ? 'shownFiltered' : 'shown';
  if (trail.isPending) return <Waiting />;
  return (
    <section aria-labelledby="record-title" aria-busy={trail.isFetching}>
      <h2 id="record-title" className="trail-title">
        {t('section.record')}
      </h2>
      {trail.error === null ? null : (
        <ProblemAlert error={trail.error} onRetry={() => void trail.refetch()} />
      )}
      <div className="trail-bar">
        <p role="status">{t(`entry.${counted}`, { shown: events.length, all })}</p>
        <Button
          icon={<DownloadOutlined />}
          disabled={events.length === 0}
          onClick={() => offerFile(`trail-${programmeId}.json`, { programmeId, filters, events })}
        >
          {t('entry.export')}
        </Button>
      </div>
      {events.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('entry.none')} />
      ) : (
        <EventList events={events} people={people} isOpen={filters.entry !== ''} />
      )}
      {hasMore ? (
        <Button block loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {t('entry.more')}
        </Button>
      ) : null}
    </section>
  );
}

function mergedPeople(pages: readonly { readonly people: People }[]): People {
  return Object.fromEntries(pages.flatMap(({ people }) => Object.entries(people)));
}

interface EventListProps {
  readonly events: readonly TrailEvent[];
  readonly people: People;
  readonly isOpen: boolean;
}

function EventList({ events, people, isOpen }: EventListProps): ReactElement {
  const { t } = useTranslation('trail');
  const names = useNames(useShownProgramme());
  return (
    <ol className="trail-list">
      {events.map((event) => (
        <EventEntry
          key={event.position}
          event={event}
          people={people}
          teller={{ t, names }}
          isOpenAtFirst={isOpen}
        />
      ))}
    </ol>
  );
}
