/** How far the units of a programme are, and the samples drawn of them. */
import { useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { readWhole, usePaged, type After } from '../api/paged.ts';
import { keys } from '../api/queries.ts';

export type Rollout = Schemas['Rollout'];
export type PhaseCount = Schemas['PhaseCount'];
export type UnitStatus = Schemas['UnitStatus'];
export type UnitProgress = Schemas['UnitProgress'];
export type Sample = Schemas['Sample'];

export interface UnitFilter {
  readonly phase: string;
  readonly within: string | null;
  readonly status: UnitStatus | null;
}

const PAGE = '60';
const LONGEST_PAGE = '200';

export function useRollouts(id: string): UseQueryResult<readonly Rollout[]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'rollouts'],
    queryFn: async () => {
      const params = { path: { id } };
      return (await bodyOf(api.GET('/v1/programmes/{id}/rollouts', { params }))).items;
    },
  });
}

/** The units behind a count. */
export function useUnits(
  id: string,
  rollout: string,
  filter: UnitFilter,
): UseInfiniteQueryResult<readonly UnitProgress[]> {
  return usePaged([...keys.programme(id), 'units', rollout, filter], (after) =>
    readUnits({ id, rollout }, { ...filter, ...after }),
  );
}

/** Every unit of a roll-out by its key: names for what only has keys. */
export function useUnitNames(
  id: string,
  rollout: string | null,
): UseQueryResult<ReadonlyMap<string, UnitProgress>> {
  return useQuery({
    queryKey: [...keys.programme(id), 'unit-names', rollout],
    enabled: rollout !== null,
    queryFn: async () => {
      const place = { id, rollout: rollout ?? '' };
      const units = await readWhole((after) => readUnits(place, { limit: LONGEST_PAGE, ...after }));
      return new Map(units.map((unit) => [unit.key, unit]));
    },
  });
}

export function useSamples(id: string): UseQueryResult<readonly Sample[]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'samples'],
    queryFn: async () => {
      const params = { path: { id } };
      return (await bodyOf(api.GET('/v1/programmes/{id}/samples', { params }))).items;
    },
  });
}

interface UnitsAsked extends After, Partial<UnitFilter> {
  readonly limit?: string;
}

function readUnits(
  path: { readonly id: string; readonly rollout: string },
  { within = null, status = null, limit = PAGE, ...asked }: UnitsAsked,
): Promise<Schemas['UnitPage']> {
  const query = {
    limit,
    ...asked,
    ...(within === null ? {} : { within }),
    ...(status === null ? {} : { status }),
  };
  return bodyOf(
    api.GET('/v1/programmes/{id}/rollouts/{rollout}/units', { params: { path, query } }),
  );
}
