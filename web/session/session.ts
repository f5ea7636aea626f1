/** Who is signed in, whether the session is over, and the acts of signing in and out. */
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { isSessionOver, keys, noteSessionOver } from '../api/queries.ts';

export type Me = Schemas['Person'];

/** Null when nobody is. Whose session ends while he is at work stays who he was; see `useSessionOver`. */
export function useMe(): UseQueryResult<Me | null> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: keys.me,
    queryFn: async () => {
      const { person } = await bodyOf(api.GET('/v1/sessions/current'));
      if (person !== null) return person;
      noteSessionOver(queries);
      return queries.getQueryData<Me>(keys.me) ?? null;
    },
    staleTime: 60_000,
  });
}

/** Whether the reader holds an office. The API decides who may do what; this only spares dead ends. */
export function useHolds(): (office: string) => boolean {
  const held = new Set(useMe().data?.offices.map(({ key }) => key));
  return (office) => held.has(office);
}

/** Whether the session has ended under somebody's hands. */
export function useSessionOver(): boolean {
  return (
    useQuery({ queryKey: keys.sessionOver, queryFn: isSessionOver, enabled: false }).data === true
  );
}

export interface Credentials {
  readonly account: string;
  readonly password: string;
}

export function useSignIn(): UseMutationResult<Schemas['Session'], Error, Credentials> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Credentials) => bodyOf(api.POST('/v1/sessions', { body })),
    onSuccess: async ({ person }) => {
      queries.setQueryData(keys.me, person);
      queries.setQueryData(keys.sessionOver, false);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
  });
}

export function useSignOut(): UseMutationResult<unknown, Error, undefined> {
  return useMutation({
    mutationFn: async () => api.DELETE('/v1/sessions/current'),
    // A new document has forgotten whatever this one had read.
    onSettled: () => window.location.assign('/'),
  });
}
