/** Programmes that one may see, newest first. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { usePaged } from '../../api/paged.ts';
import { keys } from '../../api/queries.ts';

export type ProgrammeSummary = Schemas['ProgrammeSummary'];

const PAGE = '25';

const REHEARSAL = { live: 'false', rehearsal: 'true' } as const;

export const KINDS = ['live', 'rehearsal'] as const;

export interface ProgrammesAsked {
  readonly status: Schemas['ProgrammeStatus'] | null;
  readonly kind: (typeof KINDS)[number] | null;
}

export function useProgrammes({
  status,
  kind,
}: ProgrammesAsked): UseInfiniteQueryResult<readonly ProgrammeSummary[]> {
  return usePaged([...keys.programmes, 'list', status, kind], (after) => {
    const query = {
      limit: PAGE,
      ...(status === null ? {} : { status }),
      ...(kind === null ? {} : { rehearsal: REHEARSAL[kind] }),
      ...after,
    };
    return bodyOf(api.GET('/v1/programmes', { params: { query } }));
  });
}
