/** Programmes that one may see, newest first. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { usePaged } from '../../api/paged.ts';
import { keys } from '../../api/queries.ts';

export type ProgrammeSummary = Schemas['ProgrammeSummary'];

const PAGE = '25';

export function useProgrammes(
  status: Schemas['ProgrammeStatus'] | null,
): UseInfiniteQueryResult<readonly ProgrammeSummary[]> {
  return usePaged([...keys.programmes, 'list', status], (after) => {
    const query = { limit: PAGE, ...(status === null ? {} : { status }), ...after };
    return bodyOf(api.GET('/v1/programmes', { params: { query } }));
  });
}
