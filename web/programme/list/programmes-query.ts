/** Programmes that one may see, newest first, page by page. */
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export type ProgrammeSummary = Schemas['ProgrammeSummary'];

const PAGE = 25;

export function useProgrammes(
  status: Schemas['ProgrammeStatus'] | null,
): UseInfiniteQueryResult<readonly ProgrammeSummary[]> {
  return useInfiniteQuery({
    queryKey: [...keys.programmes, 'list', status],
    queryFn: ({ pageParam }) => {
      const query = {
        limit: String(PAGE),
        ...(status === null ? {} : { status }),
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      return bodyOf(api.GET('/v1/programmes', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.endCursor : null),
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
