/** How far the units of a programme are, and the samples drawn of them. */
import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
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

/** Page after page of the units behind a count. */
export function useUnits(
  id: string,
  rollout: string,
  filter: UnitFilter,
): UseInfiniteQueryResult<InfiniteData<Schemas['UnitPage']>> {
  return useInfiniteQuery({
    queryKey: [...keys.programme(id), 'units', rollout, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => readUnits({ id, rollout }, { ...filter, after: pageParam }),
    getNextPageParam: ({ page }) => (page.hasMore ? page.endCursor : null),
  });
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
      const units: UnitProgress[] = [];
      let after: string | null = null;
      do {
        const place = { id, rollout: rollout ?? '' };
        const read: Schemas['UnitPage'] = await readUnits(place, { after, limit: LONGEST_PAGE });
        units.push(...read.items);
        after = read.page.hasMore ? read.page.endCursor : null;
      } while (after !== null);
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

interface UnitsAsked extends Partial<UnitFilter> {
  readonly after: string | null;
  readonly limit?: string;
}

function readUnits(
  path: { readonly id: string; readonly rollout: string },
  { phase, within = null, status = null, after, limit = PAGE }: UnitsAsked,
): Promise<Schemas['UnitPage']> {
  const query = {
    limit,
    ...(phase === undefined ? {} : { phase }),
    ...(within === null ? {} : { within }),
    ...(status === null ? {} : { status }),
    ...(after === null ? {} : { after }),
  };
  return bodyOf(
    api.GET('/v1/programmes/{id}/rollouts/{rollout}/units', { params: { path, query } }),
  );
}
