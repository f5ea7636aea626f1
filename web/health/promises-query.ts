/** How the promises stand, looked at again every few seconds while the page is shown. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export type Promises = Schemas['Promises'];

const LOOK_AGAIN_MS = 5_000;

export function usePromises(): UseQueryResult<Promises> {
  return useQuery({
    queryKey: keys.promises,
    queryFn: () => bodyOf(api.GET('/v1/health/promises')),
    refetchInterval: LOOK_AGAIN_MS,
    staleTime: 0,
  });
}
