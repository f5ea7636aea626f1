/** A deliverable with all that was handed in last. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

export interface ContentPlace {
  readonly programmeId: string;
  readonly phase: string;
  readonly deliverable: string;
}

export function useContent(place: ContentPlace): UseQueryResult<Schemas['DeliverableContent']> {
  const { programmeId: id, phase, deliverable } = place;
  return useQuery({
    queryKey: [...keys.programme(id), 'deliverable', phase, deliverable],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}', {
          params: { path: { id, phase, deliverable } },
        }),
      ),
  });
}
