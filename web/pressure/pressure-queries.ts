/** What the tab reads besides the programme: rungs, planned moments, what waits for the reader, circulars, what was sent. */
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export type Escalation = Schemas['Escalation'];
export type Moment = Schemas['Moment'];
export type Pending = Schemas['PendingDecision'];
export type EmailState = Schemas['SentNotification']['email']['state'];

const PAGE = 30;

export function useEscalations(id: string): UseQueryResult<readonly Escalation[]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'escalations'],
    queryFn: async () => {
      const params = { path: { id } };
      return (await bodyOf(api.GET('/v1/programmes/{id}/escalations', { params }))).items;
    },
  });
}

/** Under the name by which every page reads them. */
export function useMoments(id: string): UseQueryResult<readonly Moment[]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'moments'],
    queryFn: () => bodyOf(api.GET('/v1/programmes/{id}/moments', { params: { path: { id } } })),
  });
}

/** Only of this programme; the name is not the inbox's, which keeps them all. */
export function usePending(id: string): UseQueryResult<readonly Pending[]> {
  return useQuery({
    queryKey: [...keys.pending, 'of', id],
    queryFn: async () => {
      const { items } = await bodyOf(api.GET('/v1/pending-decisions'));
      return items.filter(({ programmeId }) => programmeId === id);
    },
  });
}

// The shapes of infinite queries are inferred; spelling them out would repeat the library.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function useCirculars(id: string) {
  return useInfiniteQuery({
    queryKey: [...keys.programme(id), 'circulars'],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/programmes/{id}/circulars', {
          params: { path: { id }, query: pageQuery(pageParam) },
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ page }) => (page.hasMore ? page.endCursor : null),
  });
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function useSent(id: string, email: EmailState | null) {
  return useInfiniteQuery({
    queryKey: [...keys.programme(id), 'sent', email],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/programmes/{id}/notifications', {
          params: {
            path: { id },
            query: { ...pageQuery(pageParam), ...(email === null ? {} : { email }) },
          },
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ page }) => (page.hasMore ? page.endCursor : null),
  });
}

const FIRST = null as string | null; // wider than the value: later pages have a cursor

function pageQuery(after: string | null): { limit: string; after?: string } {
  return { limit: String(PAGE), ...(after === null ? {} : { after }) };
}
