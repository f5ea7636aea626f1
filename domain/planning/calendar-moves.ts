/** What another version of the calendar makes of the moments that are planned now: reminders, rungs and whatever else is counted in working days. */
import type { Instant } from '../calendar/types.ts';
import type { Recount, RecountScene } from '../programme/calendars/recount.ts';
import { applyRecount } from '../programme/calendars/apply-recount.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { momentId, momentQualifier, planMoments } from './moments.ts';
import type { Moment, MomentKind } from './moments.ts';

/** An instant that lies in the past by then is acted on at once. */
export interface MovedMoment {
  readonly kind: MomentKind;
  readonly phase: string;
  readonly round: number;
  /** The working days of a reminder, the rung, or what else tells moments of one kind apart. */
  readonly qualifier: string;
  /** Programme time; null where it is planned only once the version is applied. */
  readonly before: Instant | null;
  /** Null where it is dropped. */
  readonly after: Instant | null;
}

/** These follow from a day that the recount itself tells. */
const TOLD_BY_THEIR_DAY: readonly MomentKind[] = ['missDeadline', 'missAnswer'];

/** The soonest first. @param recount what the version makes of the dates of this state */
export function movedMoments(
  state: ProgrammeState,
  recount: Recount,
  { definition, before, after }: Pick<RecountScene, 'definition' | 'before' | 'after'>,
): readonly MovedMoment[] {
  const was = byId(planMoments(state, definition, before));
  const is = byId(planMoments(applyRecount(state, recount), definition, after));
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return ids
    .flatMap((id) => moved(was.get(id), is.get(id)))
    .sort((a, b) => compareInstants(a.after ?? a.before ?? '', b.after ?? b.before ?? ''));
}

function compareInstants(a: Instant, b: Instant): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byId(moments: readonly Moment[]): ReadonlyMap<string, Moment> {
  return new Map(
    moments
      .filter(({ kind }) => !TOLD_BY_THEIR_DAY.includes(kind))
      .map((moment) => [momentId('', moment), moment]),
  );
}

function moved(was: Moment | undefined, is: Moment | undefined): readonly MovedMoment[] {
  const one = is ?? was;
  if (one === undefined || was?.at === is?.at) return [];
  const { kind, phase, round } = one;
  const qualifier = momentQualifier(one);
  return [{ kind, phase, round, qualifier, before: was?.at ?? null, after: is?.at ?? null }];
}
