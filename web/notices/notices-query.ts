/** What one was told, how much of it is unread, and marking it as read. */
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { usePaged } from '../api/paged.ts';
import { keys } from '../api/queries.ts';

export type Notice = Schemas['Notification'];

const PAGE = '30';
/** More than these are not counted. */
export const MOST_COUNTED = 99;

export function useNotices(unreadOnly: boolean): UseInfiniteQueryResult<readonly Notice[]> {
  return usePaged([...keys.notifications, 'list', unreadOnly], (after) => {
    const query = { limit: PAGE, ...(unreadOnly ? ({ unread: 'true' } as const) : {}), ...after };
    return bodyOf(api.GET('/v1/notifications', { params: { query } }));
  });
}

/** How many are unread; one more than `MOST_COUNTED` stands for all beyond. Undefined until it is known. */
export function useUnreadCount(): number | undefined {
  return useQuery({
    queryKey: [...keys.notifications, 'unread'],
    queryFn: async () => {
      const query = { unread: 'true', limit: String(MOST_COUNTED + 1) } as const;
      const { items } = await bodyOf(api.GET('/v1/notifications', { params: { query } }));
      return items.length;
    },
  }).data;
}

/** One after the other, so that a long list does not crowd the server; what was read before a failure stays read. */
export function useMarkRead(): UseMutationResult<void, Error, readonly string[]> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) {
        await api.POST('/v1/notifications/{id}/reads', { params: { path: { id } } });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.notifications }),
  });
}
