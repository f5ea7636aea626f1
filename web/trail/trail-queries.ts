/** What the pages of the audit trail read. */
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { queryOf, type TrailFilters } from './trail-filters.ts';
import type {
  EventChanges,
  PastProgramme,
  TrailSummary,
  Verification,
  WorkflowView,
} from './types.ts';

const PAGE = 50;

export function useTrail(
  id: string,
  filters: TrailFilters,
): UseInfiniteQueryResult<InfiniteData<Schemas['EventPage']>> {
  return useInfiniteQuery({
    queryKey: [...keys.programme(id), 'trail', filters],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) => {
      const after = pageParam === undefined ? {} : { after: pageParam };
      const query = { ...queryOf(filters), ...after, limit: String(PAGE) };
      return bodyOf(
        api.GET('/v1/programmes/{id}/events', { params: { path: { id }, query }, signal }),
      );
    },
    getNextPageParam: ({ page }) => (page.hasMore ? (page.endCursor ?? undefined) : undefined),
    placeholderData: keepPreviousData,
  });
}

export function useTrailSummary(id: string): UseQueryResult<TrailSummary> {
  return useQuery({
    queryKey: [...keys.programme(id), 'trail-summary'],
    queryFn: () =>
      bodyOf(api.GET('/v1/programmes/{id}/events/summary', { params: { path: { id } } })),
  });
}

/** What happened once stays as it was. */
export function useEventChanges(id: string, position: number): UseQueryResult<EventChanges> {
  return useQuery({
    queryKey: ['trail-changes', id, position],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/v1/programmes/{id}/events/{position}/changes', {
          params: { path: { id, position: String(position) } },
          signal,
        }),
      ),
  });
}

/** Of a position, or of an instant; of neither, the first entry. */
export interface PastPlace {
  readonly position?: string;
  readonly at?: string;
}

export function usePastProgramme(id: string, place: PastPlace): UseQueryResult<PastProgramme> {
  return useQuery({
    queryKey: ['past-programme', id, place],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/v1/programmes/{id}/as-of', { params: { path: { id }, query: place }, signal }),
      ),
  });
}

export function verifyTrail(programme: string): Promise<Verification> {
  return bodyOf(api.GET('/v1/audit/verification', { params: { query: { programme } } }));
}

export function useWorkflowView(id: string): UseQueryResult<WorkflowView> {
  return useQuery({
    queryKey: [...keys.programme(id), 'workflow'],
    queryFn: () => bodyOf(api.GET('/v1/programmes/{id}/workflow', { params: { path: { id } } })),
  });
}

export function useDefinition(key: string, version: number): UseQueryResult<Schemas['Definition']> {
  return useQuery({
    queryKey: [...keys.definitions, 'version', key, version],
    staleTime: Infinity,
    queryFn: () =>
      bodyOf(
        api.GET('/v1/definitions/{key}/versions/{version}', {
          params: { path: { key, version: String(version) } },
        }),
      ),
  });
}
