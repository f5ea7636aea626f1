/** What a programme will do by itself, soonest first. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export function useMoments(id: string): UseQueryResult<readonly Schemas['Moment'][]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'moments'],
    queryFn: () => bodyOf(api.GET('/v1/programmes/{id}/moments', { params: { path: { id } } })),
  });
}
