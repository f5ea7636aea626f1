/** Calendars as the API shows them. */
import type { Instant, WorkCalendar } from '../../domain/calendar/types.ts';
import type { Localised } from '../../domain/definition/types.ts';
import type { CalendarPreview } from '../../engine/preview-calendar.ts';
import type { Published } from '../../engine/publish-calendar.ts';
import type { CalendarVersionRow } from '../reads.ts';
import { movedMomentView, type MovedMomentShown } from './moment.ts';
import { personRef } from './rows.ts';

export interface CalendarSummary {
  readonly key: string;
  readonly version: number;
  readonly zone: string;
  readonly horizon: string;
  readonly years: readonly number[];
}

export interface CalendarVersionShown {
  readonly version: number;
  readonly publication: CalendarVersionRow['publication'];
  readonly reason: string | null;
  readonly publishedAt: Instant;
  readonly publishedBy: ReturnType<typeof personRef> | null;
  readonly sha256: string;
}

export interface CalendarShown extends Omit<CalendarSummary, 'years'> {
  readonly weekend: WorkCalendar['weekend'];
  readonly years: WorkCalendar['years'];
  readonly overrides: NonNullable<WorkCalendar['overrides']>;
  readonly versions: readonly CalendarVersionShown[];
}

export function calendarSummary(calendar: WorkCalendar): CalendarSummary {
  const { key, version, zone, publishedThrough, years } = calendar;
  return { key, version, zone, horizon: publishedThrough, years: years.map(({ year }) => year) };
}

export function calendarView(
  calendar: WorkCalendar,
  versions: readonly CalendarVersionRow[],
  names: ReadonlyMap<string, Localised>,
): CalendarShown {
  const { years, weekend, overrides = [] } = calendar;
  return {
    ...calendarSummary(calendar),
    weekend,
    years,
    overrides,
    versions: versions.map(
      ({ version, publication, reason, publishedAt, publishedBy, sha256 }) => ({
        version,
        publication,
        reason,
        publishedAt,
        publishedBy: names.has(publishedBy) ? personRef(publishedBy, names) : null,
        sha256,
      }),
    ),
  };
}

export interface PublishedShown {
  readonly key: string;
  readonly version: number;
  readonly horizon: string;
  readonly publication: Published['publication'];
}

export function publishedView({ calendar, publication }: Published): PublishedShown {
  const { key, version, publishedThrough } = calendar;
  return { key, version, horizon: publishedThrough, publication };
}

export function previewView(preview: CalendarPreview): PreviewShown {
  return {
    ...preview,
    programmes: preview.programmes.map((programme) => ({
      ...programme,
      moments: programme.moments.map(movedMomentView),
    })),
  };
}

type ProgrammeShown = Omit<CalendarPreview['programmes'][number], 'moments'> & {
  readonly moments: readonly MovedMomentShown[];
};

type PreviewShown = Omit<CalendarPreview, 'programmes'> & {
  readonly programmes: readonly ProgrammeShown[];
};
