/** One's own sessions, and ending them. */
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { keys } from '../api/queries.ts';

export type OwnSession = Schemas['OwnSession'];

export function useOwnSessions(): UseQueryResult<readonly OwnSession[]> {
  return useQuery({
    queryKey: keys.ownSessions,
    queryFn: async () => (await bodyOf(api.GET('/v1/sessions'))).items,
  });
}

/** Whoever is over already counts as ended. */
export function useEndSessions(): UseMutationResult<undefined, Error, readonly string[]> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await endOne(id);
      return undefined;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.ownSessions }),
  });
}

async function endOne(id: string): Promise<void> {
  try {
    await api.DELETE('/v1/sessions/{id}', { params: { path: { id } } });
  } catch (error) {
    if (!isProblem(error, 'not-found')) throw error;
  }
}
