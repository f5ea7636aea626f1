/** Moving a programme to another version of its definition: what there is, what it would do, proposing and deciding it. */
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import type { Programme } from '../programme/programme-query.ts';

export type Choices = Readonly<Record<string, 'keep' | 'recompute'>>;

/** Versions after the one that runs, the latest first. */
export function useLaterVersions({
  key,
  version,
}: Schemas['DefinitionRef']): UseQueryResult<readonly number[]> {
  return useQuery({
    queryKey: [...keys.definitions, 'later-versions', key, version],
    queryFn: async () => {
      const { items } = await bodyOf(api.GET('/v1/definitions'));
      const versions = items.find((one) => one.key === key)?.versions ?? [];
      return versions.map((one) => one.version).filter((one) => one > version);
    },
  });
}

/** Read again when the programme has moved on, and not for a version that it has moved to meanwhile. */
export function usePreview(
  { id, position }: Pick<Programme, 'id' | 'position'>,
  version: number,
  choices: Choices,
): UseQueryResult<Schemas['MigrationPreview']> {
  return useQuery({
    queryKey: ['migration-preview', id, position, version, choices],
    queryFn: () =>
      bodyOf(
        api.POST('/v1/programmes/{id}/migrations/previews', {
          params: { path: { id } },
          body: { version, choices },
        }),
      ),
  });
}

export function usePropose(
  id: string,
): UseMutationResult<unknown, Error, Schemas['ProposeMigration']> {
  return useMigrationAct(id, (body: Schemas['ProposeMigration']) =>
    bodyOf(api.POST('/v1/programmes/{id}/migrations', { params: { path: { id } }, body })),
  );
}

export function useDecideMigration(
  id: string,
  migration: string,
): UseMutationResult<unknown, Error, Schemas['DecideMigration']> {
  return useMigrationAct(id, (body: Schemas['DecideMigration']) => {
    const params = { path: { id, migration } };
    return bodyOf(
      api.POST('/v1/programmes/{id}/migrations/{migration}/decisions', { params, body }),
    );
  });
}

/** Whether it was done or came too late, the page shows how all stands now. */
function useMigrationAct<T>(
  id: string,
  mutationFn: (asked: T) => Promise<unknown>,
): UseMutationResult<unknown, Error, T> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.programme(id) }),
  });
}
