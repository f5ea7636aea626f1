/** People and offices, and the acts of administrators on them. */
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { readWhole } from '../api/paged.ts';
import { keys } from '../api/queries.ts';

export type Person = Schemas['Person'];
export type Office = Schemas['Office'];
export type OfficeAppointment = Schemas['OfficeAppointment'];

const PAGE = '200';
/** A town's whole staff; whoever looks for one person searches. */
const MOST_PAGES = 25;

/** All of them, page by page, so that a search finds everybody. */
export function usePeople(isWanted = true): UseQueryResult<readonly Person[]> {
  return useQuery({ queryKey: keys.people, queryFn: allPeople, enabled: isWanted });
}

export function useOffices(): UseQueryResult<readonly Office[]> {
  return useQuery({
    queryKey: keys.offices,
    queryFn: async () => (await bodyOf(api.GET('/v1/offices'))).items,
  });
}

export type NewAppointment = Schemas['Appoint'] & { readonly office: string };

export function useAppoint(): UseMutationResult<Schemas['Appointment'], Error, NewAppointment> {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ office, ...body }: NewAppointment) => {
      const params = { path: { key: office } };
      return bodyOf(api.POST('/v1/offices/{key}/appointments', { params, body }));
    },
    onSettled: refresh,
  });
}

export type Ending = Schemas['EndAppointment'] & { readonly id: string };

export function useEndAppointment(): UseMutationResult<Schemas['Appointment'], Error, Ending> {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...body }: Ending) =>
      bodyOf(api.POST('/v1/appointments/{id}/endings', { params: { path: { id } }, body })),
    onSettled: refresh,
  });
}

export function useRegister(): UseMutationResult<
  Schemas['RegisteredPerson'],
  Error,
  Schemas['RegisterPerson']
> {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schemas['RegisterPerson']) => bodyOf(api.POST('/v1/people', { body })),
    onSettled: refresh,
  });
}

function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: keys.people });
    await queries.invalidateQueries({ queryKey: keys.offices });
  };
}

function allPeople(): Promise<readonly Person[]> {
  return readWhole((after) => {
    const query = { limit: PAGE, ...after };
    return bodyOf(api.GET('/v1/people', { params: { query } }));
  }, MOST_PAGES);
}
