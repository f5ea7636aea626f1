/** Calendars, their days, what a proposal would move, and publishing it. */
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export type Calendar = Schemas['Calendar'];
export type CalendarDay = Schemas['CalendarDay'];
export type Preview = Schemas['CalendarPreview'];
export type Proposal = Schemas['CalendarProposal'];
export type Published = Schemas['CalendarPublished'];

export function useCalendars(): UseQueryResult<readonly Schemas['CalendarSummary'][]> {
  return useQuery({
    queryKey: keys.calendars,
    queryFn: async () => (await bodyOf(api.GET('/v1/calendars'))).items,
  });
}

export function useCalendar(key: string): UseQueryResult<Calendar> {
  return useQuery({
    queryKey: [...keys.calendars, key],
    queryFn: () => bodyOf(api.GET('/v1/calendars/{key}', { params: { path: { key } } })),
  });
}

export function useDays(key: string, year: number): UseQueryResult<readonly CalendarDay[]> {
  return useQuery({
    queryKey: [...keys.calendars, key, 'days', year],
    queryFn: async () => {
      const query = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
      const params = { path: { key }, query };
      return (await bodyOf(api.GET('/v1/calendars/{key}/days', { params }))).items;
    },
  });
}

export function usePreview(key: string): UseMutationResult<Preview, Error, Proposal> {
  return useMutation({
    mutationFn: (body: Proposal) =>
      bodyOf(api.POST('/v1/calendars/{key}/previews', { params: { path: { key } }, body })),
  });
}

export interface Publication {
  readonly proposal: Proposal;
  /** Version that was looked at. */
  readonly onVersion: number;
}

/** Refused when the calendar has moved on since the preview. */
export function usePublish(key: string): UseMutationResult<Published, Error, Publication> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ proposal: { notice, override }, onVersion }: Publication) => {
      const params = { path: { key } };
      if (notice !== undefined) {
        const body = { ...notice, onVersion };
        return bodyOf(api.POST('/v1/calendars/{key}/notices', { params, body }));
      }
      if (override === undefined) throw new Error('nothing is proposed');
      const body = { ...override, onVersion };
      return bodyOf(api.POST('/v1/calendars/{key}/overrides', { params, body }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.calendars }),
  });
}
