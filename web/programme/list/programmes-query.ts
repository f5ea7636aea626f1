/** Programmes that one may see, newest first, page by page. */
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export type ProgrammeSummary = Schemas['ProgrammeSummary'];

const PAGE = 25;

const REHEARSAL = { live: 'false', rehearsal: 'true' } as const;

export const KINDS = ['live', 'rehearsal'] as const;

export interface ProgrammesAsked {
  readonly status: Schemas['ProgrammeStatus'] | null;
  readonly kind: (typeof KINDS)[number] | null;
}

export function useProgrammes({
  status,
  kind,
}: ProgrammesAsked): UseInfiniteQueryResult<readonly ProgrammeSummary[]> {
  return useInfiniteQuery({
    queryKey: [...keys.programmes, 'list', status, kind],
    queryFn: ({ pageParam }) => {
      const query = {
        limit: String(PAGE),
        ...(status === null ? {} : { status }),
        ...(kind === null ? {} : { rehearsal: REHEARSAL[kind] }),
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      return bodyOf(api.GET('/v1/programmes', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.endCursor : null),
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
