/** Indicators of a programme: values, reports, the units behind them, and the progress list. */
import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { readWhole, usePaged, type After } from '../api/paged.ts';
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

export function useReports(place: Place): UseInfiniteQueryResult<readonly Report[]> {
  return usePaged([...keys.programme(place.id), 'reports', place.key], (after) => {
    const params = { path: place, query: { limit: PAGE, ...after } };
    return bodyOf(api.GET('/v1/programmes/{id}/indicators/{key}/reports', { params }));
  });
}

export function useStandings(
  place: Place,
  filter: StandingFilter,
): UseInfiniteQueryResult<readonly Standing[]> {
  return usePaged([...keys.programme(place.id), 'standings', place.key, filter], (after) =>
    readStandings(place, { ...filter, ...after, limit: PAGE }),
  );
}

/** The names of an indicator's units by their keys; empty where one value stands for the whole. */
export function useStandingNames(
  place: Place,
): UseQueryResult<ReadonlyMap<string, Schemas['Localised']>> {
  return useQuery({
    queryKey: [...keys.programme(place.id), 'standing-names', place.key],
    queryFn: async () => {
      const standings = await readWhole((after) =>
        readStandings(place, { met: null, limit: LONGEST_PAGE, ...after }),
      );
      const units = standings.flatMap(({ unit }) => unit ?? []);
      return new Map(units.map(({ key, title }) => [key, title]));
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

interface StandingsAsked extends After, Pick<StandingFilter, 'met'> {
  readonly target?: string;
  readonly limit: string;
}

function readStandings(
  path: Place,
  { met, ...asked }: StandingsAsked,
): Promise<Schemas['UnitStandingPage']> {
  const query = { ...asked, ...(met === null ? {} : { met }) };
  return bodyOf(api.GET('/v1/programmes/{id}/indicators/{key}/units', { params: { path, query } }));
}
