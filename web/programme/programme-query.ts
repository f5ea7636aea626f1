/** A programme as it stands. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export type Programme = Schemas['Programme'];

export function useProgramme(id: string): UseQueryResult<Programme> {
  return useQuery({
    queryKey: keys.programme(id),
    queryFn: () => bodyOf(api.GET('/v1/programmes/{id}', { params: { path: { id } } })),
  });
}
