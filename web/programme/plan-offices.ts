/** What the pages need of a programme's definition: its owner, its offices, its sets of units; and what the reader holds of them. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useMe } from '../session/session.ts';

export interface Plan {
  readonly owner: string;
  readonly offices: readonly { readonly key: string; readonly title: Schemas['Localised'] }[];
  readonly unitSets?: readonly { readonly key: string; readonly within: string | null }[];
}

export function usePlan({ key, version }: Schemas['DefinitionRef']): UseQueryResult<Plan> {
  return useQuery({
    queryKey: [...keys.definitions, 'plan', key, version],
    queryFn: () => readPlan(key, version),
    // A version is never edited after its publication.
    staleTime: Infinity,
  });
}

/** Whether the reader holds an office. The API decides who may do what; this only spares dead ends. */
export function useHolds(): (office: string) => boolean {
  const held = new Set(useMe().data?.offices.map(({ key }) => key));
  return (office) => held.has(office);
}

async function readPlan(key: string, version: number): Promise<Plan> {
  const params = { path: { key, version: String(version) } };
  const definition = await bodyOf(api.GET('/v1/definitions/{key}/versions/{version}', { params }));
  // The document leaves the definition open; whatever is published has passed the catalogue's schema.
  return definition as unknown as Plan;
}
