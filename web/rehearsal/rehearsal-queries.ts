/** What the pages of rehearsals read. */
import {
  keepPreviousData,
  useQuery,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { usePaged } from '../api/paged.ts';
import { keys } from '../api/queries.ts';
import type { Programme } from '../programme/programme-query.ts';

export type RehearsalPerson = Schemas['RehearsalPerson'];
export type Summary = Schemas['ProgrammeSummary'];
export type Escalation = Schemas['Escalation'];
export type Happening = Schemas['Event'];

const PAGE = '20';
const LATEST = 40;
const LATEST_PAGE = '80';

export function useRehearsals(): UseInfiniteQueryResult<readonly Summary[]> {
  return usePaged(keys.rehearsals, (after) => {
    const query = { started: 'mine', rehearsal: 'true', limit: PAGE, ...after } as const;
    return bodyOf(api.GET('/v1/programmes', { params: { query } }));
  });
}

/** Through whom one may act; empty where the offices are held by others. */
export function useRehearsalPeople(
  id: string,
  isOwn: boolean,
): UseQueryResult<readonly RehearsalPerson[]> {
  return useQuery({
    // Not of the programme: they stay who they are whatever happens in it.
    queryKey: ['rehearsal-people', id],
    queryFn: async () => {
      const path = '/v1/programmes/{id}/stand-ins';
      return (await bodyOf(api.GET(path, { params: { path: { id } } }))).items;
    },
    enabled: isOwn,
    staleTime: Infinity,
  });
}

export function useEscalations(id: string): UseQueryResult<readonly Escalation[]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'escalations', 'of-rehearsal'],
    queryFn: async () => {
      const path = '/v1/programmes/{id}/escalations';
      return (await bodyOf(api.GET(path, { params: { path: { id } } }))).items;
    },
  });
}

/** The last entries of the record, the newest first. */
export function useLatest({ id, position }: Programme): UseQueryResult<readonly Happening[]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'latest', position],
    queryFn: async () => {
      const query = { after: String(Math.max(0, position - LATEST)), limit: LATEST_PAGE };
      const path = '/v1/programmes/{id}/events';
      const { items } = await bodyOf(api.GET(path, { params: { path: { id }, query } }));
      return [...items].reverse();
    },
    placeholderData: keepPreviousData,
  });
}

export function useUnits(
  id: string,
  rollout: string,
): UseInfiniteQueryResult<readonly Schemas['UnitProgress'][]> {
  return usePaged([...keys.programme(id), 'units', rollout, 'of-rehearsal'], (after) => {
    const params = { path: { id, rollout }, query: { limit: PAGE, ...after } };
    return bodyOf(api.GET('/v1/programmes/{id}/rollouts/{rollout}/units', { params }));
  });
}
