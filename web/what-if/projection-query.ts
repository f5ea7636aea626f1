/** What would move under what is supposed, and planning backward: questions that change nothing. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import type { Change } from './suppositions.ts';

export type Projection = Schemas['Projection'];
export type Move = Schemas['Move'];

/** The last answer stays on the page while the next one is reckoned. */
export function useProjection(id: string, changes: readonly Change[]): UseQueryResult<Projection> {
  return useQuery({
    queryKey: [...keys.programme(id), 'projection', changes],
    enabled: changes.length > 0,
    placeholderData: keepPreviousData,
    queryFn: () =>
      bodyOf(
        api.POST('/v1/programmes/{id}/projections', {
          params: { path: { id } },
          body: { changes: [...changes] },
        }),
      ),
  });
}

export interface BackwardAsked {
  readonly endsOn: string;
  readonly earliest: string;
  readonly keep: 'lengths' | 'workdays';
}

/** @param asked null before anything was asked */
export function useBackwardPlan(
  { key, version }: Schemas['DefinitionRef'],
  asked: BackwardAsked | null,
): UseQueryResult<Schemas['BackwardPlan']> {
  return useQuery({
    queryKey: [...keys.definitions, 'backward', key, version, asked],
    enabled: asked !== null,
    queryFn: () =>
      bodyOf(
        api.POST('/v1/definitions/{key}/backward-plans', {
          params: { path: { key } },
          body: { ...(asked ?? NOTHING), fixed: {}, version },
        }),
      ),
  });
}

/** Never sent: without a question the query is off. */
const NOTHING: BackwardAsked = { endsOn: '', earliest: '', keep: 'lengths' };
