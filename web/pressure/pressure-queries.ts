/** What the tab reads besides the programme: rungs, planned moments, what waits for the reader, circulars, what was sent. */
import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { usePaged } from '../api/paged.ts';
import { keys } from '../api/queries.ts';

export type Escalation = Schemas['Escalation'];
export type Moment = Schemas['Moment'];
export type Pending = Schemas['PendingDecision'];
export type EmailState = Schemas['SentNotification']['email']['state'];

const PAGE = '30';

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

export function useCirculars(id: string): UseInfiniteQueryResult<readonly Schemas['Circular'][]> {
  return usePaged([...keys.programme(id), 'circulars'], (after) => {
    const params = { path: { id }, query: { limit: PAGE, ...after } };
    return bodyOf(api.GET('/v1/programmes/{id}/circulars', { params }));
  });
}

export function useSent(
  id: string,
  email: EmailState | null,
): UseInfiniteQueryResult<readonly Schemas['SentNotification'][]> {
  return usePaged([...keys.programme(id), 'sent', email], (after) => {
    const query = { limit: PAGE, ...(email === null ? {} : { email }), ...after };
    return bodyOf(
      api.GET('/v1/programmes/{id}/notifications', { params: { path: { id }, query } }),
    );
  });
}
