/** An act in a programme: what it makes stale is read again, also when it was refused, as then the page may be behind. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { forgetProgrammes } from '../live/stale.ts';

export function useAct<Given, Done>(
  programmeId: string,
  send: (given: Given) => Promise<Done>,
): UseMutationResult<Done, Error, Given> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => forgetProgrammes(queries, [programmeId]),
  });
}
