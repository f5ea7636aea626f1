/** Published definitions, one of them as it would begin on a day, and judging and publishing another. */
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export type Outline = Schemas['DefinitionOutline'];
export type Candidate = Schemas['DefinitionCandidate'];

export interface OutlineAsked {
  readonly key: string;
  readonly version: number;
  /** Today when left out. */
  readonly startsOn: string | null;
}

/** The outline of the day before stays while another day is asked for. */
export function useOutline({ key, version, startsOn }: OutlineAsked): UseQueryResult<Outline> {
  return useQuery({
    queryKey: [...keys.definitions, key, version, 'outline', startsOn],
    queryFn: () => {
      const query = startsOn === null ? {} : { startsOn };
      const params = { path: { key, version: String(version) }, query };
      return bodyOf(api.GET('/v1/definitions/{key}/versions/{version}/outline', { params }));
    },
    placeholderData: keepPreviousData,
  });
}

export function useValidation(): UseMutationResult<
  Schemas['DefinitionValidation'],
  Error,
  Candidate
> {
  return useMutation({
    mutationFn: (body: Candidate) => bodyOf(api.POST('/v1/definitions/validations', { body })),
  });
}

export function usePublish(): UseMutationResult<Schemas['PublishedDefinition'], Error, Candidate> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Candidate) => bodyOf(api.POST('/v1/definitions', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.definitions }),
  });
}
