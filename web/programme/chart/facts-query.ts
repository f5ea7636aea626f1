/** What the wall chart shows besides the programme: reminders, rungs, halts of the clock and all periods of the duties. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { readWhole } from '../../api/paged.ts';
import { keys } from '../../api/queries.ts';
import type { Programme } from '../programme-query.ts';

export interface Halt {
  readonly from: string;
  /** Null while the clock stands still. */
  readonly until: string | null;
}

export interface Past {
  readonly reminded: readonly { readonly phase: string; readonly at: string }[];
  readonly halts: readonly Halt[];
}

type Event = Schemas['Event'];

const PAGE = '200';
/** Ten years of monthly duties have fewer entries. */
const MOST_PAGES = 40;

export function usePast({ id }: Programme): UseQueryResult<Past> {
  return useQuery({
    queryKey: [...keys.programme(id), 'chart', 'past'],
    queryFn: async () => pastOf(await readEvents(id)),
  });
}

export function useEscalations({
  id,
}: Programme): UseQueryResult<readonly Schemas['Escalation'][]> {
  return useQuery({
    queryKey: [...keys.programme(id), 'chart', 'escalations'],
    queryFn: async () => {
      const path = { id };
      return (await bodyOf(api.GET('/v1/programmes/{id}/escalations', { params: { path } }))).items;
    },
  });
}

/** Duty → its periods, the newest first. */
export function usePeriods(
  programme: Programme,
): UseQueryResult<ReadonlyMap<string, readonly Schemas['Period'][]>> {
  const { id } = programme;
  const duties = programme.duties.map(({ key }) => key);
  return useQuery({
    queryKey: [...keys.programme(id), 'chart', 'periods', duties],
    queryFn: async () => {
      const read = duties.map(async (duty) => [duty, await readPeriods(id, duty)] as const);
      return new Map(await Promise.all(read));
    },
    enabled: duties.length > 0,
  });
}

function readEvents(id: string): Promise<readonly Event[]> {
  return readWhole((after) => {
    const params = { path: { id }, query: { limit: PAGE, ...after } };
    return bodyOf(api.GET('/v1/programmes/{id}/events', { params }));
  }, MOST_PAGES);
}

function readPeriods(id: string, duty: string): Promise<readonly Schemas['Period'][]> {
  return readWhole((after) => {
    const params = { path: { id, duty }, query: { limit: PAGE, ...after } };
    return bodyOf(api.GET('/v1/programmes/{id}/duties/{duty}/periods', { params }));
  }, MOST_PAGES);
}

/** Exported for its test. */
export function pastOf(events: readonly Pick<Event, 'type' | 'at' | 'data'>[]): Past {
  const reminded: { phase: string; at: string }[] = [];
  const halts: Halt[] = [];
  for (const { type, at, data } of events) {
    if (type === 'DeadlineReminded') reminded.push({ phase: phaseIn(data), at });
    if (type === 'ProgrammeSuspended') halts.push({ from: at, until: null });
    const last = halts.at(-1);
    if (type === 'ProgrammeResumed' && last !== undefined) {
      halts.splice(-1, 1, { from: last.from, until: at });
    }
  }
  return { reminded, halts };
}

function phaseIn(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('phase' in data)) return '';
  return typeof data.phase === 'string' ? data.phase : '';
}
