/** Indicators of a programme: values, reports, the units behind them, and the progress list. */
import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export type Indicator = Schemas['Indicator'];
export type Target = Schemas['Target'];
export type Measurement = Schemas['Measurement'];
export type Report = Schemas['IndicatorReport'];
export type Standing = Schemas['UnitStanding'];

export interface StandingFilter {
  readonly target: string;
  readonly met: 'true' | 'false' | null;
}

interface Place {
  readonly id: string;
  readonly key: string;
}

const PAGE = '50';
const LONGEST_PAGE = '200';

export function useIndicators(id: string): UseQueryResult<readonly Indicator[]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'indicators'],
    queryFn: async () => {
      const params = { path: { id } };
      return (await bodyOf(api.GET('/v1/programmes/{id}/indicators', { params }))).items;
    },
  });
}

export function useReports(
  place: Place,
): UseInfiniteQueryResult<InfiniteData<Schemas['IndicatorReportPage']>> {
  return useInfiniteQuery({
    queryKey: [...keys.programme(place.id), 'reports', place.key],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) };
      return bodyOf(
        api.GET('/v1/programmes/{id}/indicators/{key}/reports', { params: { path: place, query } }),
      );
    },
    getNextPageParam: ({ page }) => (page.hasMore ? page.endCursor : null),
  });
}

export function useStandings(
  place: Place,
  filter: StandingFilter,
): UseInfiniteQueryResult<InfiniteData<Schemas['UnitStandingPage']>> {
  return useInfiniteQuery({
    queryKey: [...keys.programme(place.id), 'standings', place.key, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => readStandings(place, { ...filter, after: pageParam, limit: PAGE }),
    getNextPageParam: ({ page }) => (page.hasMore ? page.endCursor : null),
  });
}

/** The names of an indicator's units by their keys; empty where one value stands for the whole. */
export function useStandingNames(
  place: Place,
): UseQueryResult<ReadonlyMap<string, Schemas['Localised']>> {
  return useQuery({
    queryKey: [...keys.programme(place.id), 'standing-names', place.key],
    queryFn: async () => {
      const names = new Map<string, Schemas['Localised']>();
      let after: string | null = null;
      do {
        const read: Schemas['UnitStandingPage'] = await readStandings(place, {
          met: null,
          after,
          limit: LONGEST_PAGE,
        });
        for (const { unit } of read.items) if (unit !== null) names.set(unit.key, unit.title);
        after = read.page.hasMore ? read.page.endCursor : null;
      } while (after !== null);
      return names;
    },
  });
}

/** @param on the day of the list; null for today */
export function useProgressList(
  id: string,
  on: string | null,
): UseQueryResult<Schemas['ProgressList']> {
  return useQuery({
    queryKey: [...keys.programme(id), 'progress-list', on],
    queryFn: () => {
      const params = { path: { id }, query: on === null ? {} : { on } };
      return bodyOf(api.GET('/v1/programmes/{id}/progress-list', { params }));
    },
  });
}

function readStandings(
  path: Place,
  {
    target,
    met,
    after,
    limit,
  }: Pick<StandingFilter, 'met'> & {
    readonly target?: string;
    readonly after: string | null;
    readonly limit: string;
  },
): Promise<Schemas['UnitStandingPage']> {
  const query = {
    limit,
    ...(target === undefined ? {} : { target }),
    ...(met === null ? {} : { met }),
    ...(after === null ? {} : { after }),
  };
  return bodyOf(api.GET('/v1/programmes/{id}/indicators/{key}/units', { params: { path, query } }));
}
