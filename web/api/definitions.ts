/** The published definitions, in short. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from './client.ts';
import { keys } from './queries.ts';

export type DefinitionSummary = Schemas['DefinitionSummary'];

export function useDefinitions(): UseQueryResult<readonly DefinitionSummary[]> {
  return useQuery({
    queryKey: keys.definitions,
    queryFn: async () => (await bodyOf(api.GET('/v1/definitions'))).items,
  });
}
