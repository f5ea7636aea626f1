/** What waits for the reader, what he has done, started and was told of. */
import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { usePaged } from '../api/paged.ts';
import { keys } from '../api/queries.ts';

export type Task = Schemas['Task'];
export type OwedDeliverable = Schemas['OwedDeliverable'];
export type Consultation = Schemas['Consultation'];
export type PendingDecision = Schemas['PendingDecision'];

export interface TaskFilter {
  readonly programme?: string;
  readonly phase?: string;
}

const PAGE = '100';

export function useTasks(
  scope: 'mine' | 'done',
  filter: TaskFilter = {},
): UseInfiniteQueryResult<readonly Task[]> {
  const { programme = null, phase = null } = filter;
  return usePaged(
    [...keys.tasks, 'list', scope, programme, phase],
    (after) => {
      const query = { scope, limit: PAGE, ...filter, ...after };
      return bodyOf(api.GET('/v1/tasks', { params: { query } }));
    },
    { keepsFormer: true },
  );
}

export function useStarted(): UseInfiniteQueryResult<readonly Schemas['ProgrammeSummary'][]> {
  return usePaged([...keys.programmes, 'started'], (after) =>
    bodyOf(
      api.GET('/v1/programmes', { params: { query: { started: 'mine', limit: PAGE, ...after } } }),
    ),
  );
}

export function useCopies(): UseInfiniteQueryResult<readonly Schemas['Copy'][]> {
  return usePaged([...keys.copies, 'list'], (after) =>
    bodyOf(api.GET('/v1/copies', { params: { query: { limit: PAGE, ...after } } })),
  );
}

export function useOwedDeliverables(): UseQueryResult<readonly OwedDeliverable[]> {
  return useQuery({
    queryKey: [...keys.deliverables, 'owed'],
    queryFn: async () => (await bodyOf(api.GET('/v1/deliverables'))).items,
  });
}

export function useConsultations(): UseQueryResult<readonly Consultation[]> {
  return useQuery({
    queryKey: [...keys.consultations, 'asked'],
    queryFn: async () => (await bodyOf(api.GET('/v1/consultations'))).items,
  });
}

export function usePendingDecisions(): UseQueryResult<readonly PendingDecision[]> {
  return useQuery({
    queryKey: [...keys.pending, 'mine'],
    queryFn: async () => (await bodyOf(api.GET('/v1/pending-decisions'))).items,
  });
}
