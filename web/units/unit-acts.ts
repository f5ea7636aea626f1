/** Acts on units: drawing a sample, recording an inspection, changing the frozen list. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export function useDraw(id: string): UseMutationResult<unknown, Error, Schemas['NewSample']> {
  return useUnitAct(id, (body: Schemas['NewSample']) =>
    bodyOf(api.POST('/v1/programmes/{id}/samples', { params: { path: { id } }, body })),
  );
}

export interface Inspected {
  readonly sample: string;
  readonly body: Schemas['NewInspection'];
}

export function useInspection(id: string): UseMutationResult<unknown, Error, Inspected> {
  return useUnitAct(id, ({ sample, body }: Inspected) => {
    const params = { path: { id, sample } };
    return bodyOf(api.POST('/v1/programmes/{id}/samples/{sample}/inspections', { params, body }));
  });
}

export function useUnitChange(
  id: string,
): UseMutationResult<unknown, Error, Schemas['UnitChange']> {
  return useUnitAct(id, (body: Schemas['UnitChange']) =>
    bodyOf(api.POST('/v1/programmes/{id}/unit-changes', { params: { path: { id } }, body })),
  );
}

/** Whether it was done or came too late, the page shows how all stands now. */
function useUnitAct<T>(
  id: string,
  mutationFn: (asked: T) => Promise<unknown>,
): UseMutationResult<unknown, Error, T> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.programme(id) }),
  });
}
