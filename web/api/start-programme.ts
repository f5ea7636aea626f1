/** Starting a programme, live or as a rehearsal. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from './client.ts';
import { keys } from './queries.ts';

export function useStartProgramme(): UseMutationResult<
  Schemas['StartedProgramme'],
  Error,
  Schemas['StartProgramme']
> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['StartProgramme']) => bodyOf(api.POST('/v1/programmes', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.programmes }),
  });
}
