/** What a proposed version of a calendar would move, programme by programme; writes nothing. */
import type { Pool } from 'pg';
import { toProgrammeTime } from '../domain/calendar/rehearsal-clock.ts';
import type { WorkCalendar } from '../domain/calendar/types.ts';
import type { Localised } from '../domain/definition/localised.ts';
import { phaseOf } from '../domain/definition/phase-of.ts';
import type { Definition } from '../domain/definition/types.ts';
import { movedMoments, type MovedMoment } from '../domain/planning/calendar-moves.ts';
import { recountDates, type Recount } from '../domain/programme/calendars/recount.ts';
import { listProgrammesOn, type ProgrammeOnCalendar } from '../db/read-models/calendars.ts';
import type { Clock } from '../platform/clock.ts';
import type { CalendarStore } from './calendar-store.ts';
import type { DefinitionStore } from './definition-store.ts';
import { proposedVersion, type CalendarRefusal, type ProposedChange } from './publish-calendar.ts';

export interface ProgrammeRecount extends Recount {
  readonly programmeId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly definition: { readonly key: string; readonly version: number };
  /** At most as many as are shown. */
  readonly moments: readonly MovedMoment[];
  /** How many there are in all. */
  readonly momentCount: number;
  /** Those that are named. */
  readonly phases: readonly { readonly key: string; readonly title: Localised }[];
}

export interface CalendarPreview {
  readonly key: string;
  /** The version on which it rests. */
  readonly onVersion: number;
  readonly horizonBefore: string;
  readonly horizonAfter: string;
  /** Programmes under way that were looked at. */
  readonly examined: number;
  /** How many of them something is told of. */
  readonly affected: number;
  /** Whether more is affected, or under way, than the list holds. */
  readonly truncated: boolean;
  readonly programmes: readonly ProgrammeRecount[];
}

export interface CalendarPreviewer {
  preview(proposed: ProposedChange): Promise<CalendarPreview | CalendarRefusal>;
}

export interface CalendarPreviewerDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly calendars: CalendarStore;
  readonly definitions: Pick<DefinitionStore, 'get'>;
}

const NIL_UUID = '00000000-0000-0000-0000-000000000000';
const PAGE = 100;
const MOST_EXAMINED = 5_000;
const MOST_SHOWN = 200;
/** Of one programme; a plan with duties of many years has planned only its next periods. */
const MOST_MOMENTS = 100;

export function createCalendarPreviewer(deps: CalendarPreviewerDeps): CalendarPreviewer {
  return {
    preview: async (proposed) => {
      const latest = await deps.calendars.latest(proposed.key);
      if (latest === null) {
        return { code: 'calendar-not-found', params: { calendar: proposed.key } };
      }
      const made = proposedVersion(latest, proposed);
      if ('code' in made) return made;
      const { examined, affected, hasMore } = await recountAll(deps, made.calendar);
      return {
        key: latest.key,
        onVersion: latest.version,
        horizonBefore: latest.publishedThrough,
        horizonAfter: made.calendar.publishedThrough,
        examined,
        affected: affected.length,
        truncated: hasMore || affected.length > MOST_SHOWN,
        programmes: affected.slice(0, MOST_SHOWN),
      };
    },
  };
}

interface Recounted {
  readonly examined: number;
  readonly affected: readonly ProgrammeRecount[];
  /** Whether programmes were left out. */
  readonly hasMore: boolean;
}

async function recountAll(deps: CalendarPreviewerDeps, after: WorkCalendar): Promise<Recounted> {
  const affected: ProgrammeRecount[] = [];
  let examined = 0;
  let afterId = NIL_UUID;
  while (examined < MOST_EXAMINED) {
    const page = await listProgrammesOn(deps.pool, after.key, { afterId, limit: PAGE });
    for (const programme of page) affected.push(...(await recountOf(deps, programme, after)));
    examined += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return { examined, affected, hasMore: false };
    afterId = last.id;
  }
  return { examined, affected, hasMore: true };
}

/** By the version that the programme goes by now, which may be behind the latest. */
async function recountOf(
  { calendars, definitions, clock }: CalendarPreviewerDeps,
  { id, title, titleEn, state }: ProgrammeOnCalendar,
  after: WorkCalendar,
): Promise<readonly ProgrammeRecount[]> {
  const { key, version } = state.definition;
  const definition = await definitions.get(key, version);
  if (definition === null)
    throw new Error(`definition ${key} version ${version} was never published`);
  const before = await calendars.get(state.calendar);
  const now = toProgrammeTime(state.clock, clock.now().toISOString());
  const recount = recountDates(state, { definition, before, after, now });
  const moved = movedMoments(state, recount, { definition, before, after });
  const { changes, answers, confirmed } = recount;
  if (changes.length + answers.length + confirmed.length + moved.length === 0) return [];
  const moments = moved.slice(0, MOST_MOMENTS);
  return [
    {
      programmeId: id,
      ...{ title, titleEn, definition: state.definition },
      ...recount,
      ...{ moments, momentCount: moved.length },
      phases: titled(
        [...changes, ...answers, ...moments].map(({ phase }) => phase).concat(confirmed),
        definition,
      ),
    },
  ];
}

/** Each once; moments that belong to no phase have none. */
function titled(keys: readonly string[], definition: Definition): ProgrammeRecount['phases'] {
  return [...new Set(keys)].flatMap((key) => {
    const title = phaseOf(definition, key)?.title;
    return title === undefined ? [] : [{ key, title }];
  });
}
