/** A new calendar for a programme that runs. The rules, by command. */
import { recipientsOf } from '../../authority/holding.ts';
import type { DecideContext } from '../commands.ts';
import type { Deciders } from '../deciders.ts';
import type { ProgrammeEvent, Recipient } from '../events.ts';
import { requirePhase } from '../lookups.ts';
import { responsibleOffices } from '../progress.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { ApplyCalendar, CalendarCommand } from './commands.ts';
import { recountDates, type Recount } from './recount.ts';

export const calendarDeciders: Deciders<CalendarCommand> = { ApplyCalendar: decideCalendar };

/** The programme goes by the new version from this event on, also where no date of it moves. */
function decideCalendar(
  state: ProgrammeState,
  { version }: ApplyCalendar,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, calendar: before, newCalendar, actor, now } = context;
  if (actor.kind !== 'clock') return refuse('calendar-by-clock-only');
  const { key } = state.calendar;
  const after = newCalendar?.calendar;
  if (newCalendar === undefined || after?.key !== key || after.version !== version) {
    return refuse('calendar-version-unknown', { calendar: key, version });
  }
  if (version <= state.calendar.version) {
    return refuse('calendar-not-newer', { calendar: key, version: state.calendar.version });
  }
  const recount = recountDates(state, { definition, before, after, now });
  const data = {
    key,
    from: state.calendar.version,
    to: version,
    published: newCalendar.published,
    horizonBefore: before.publishedThrough,
    horizonAfter: after.publishedThrough,
    ...recount,
    recipients: toldOf(recount, state, context),
  };
  return accept([{ type: 'CalendarApplied', at: now, data }]);
}

/** The owner, and the offices that hold up a phase whose day has moved or owe an answer whose day has. */
function toldOf(
  { changes, answers, confirmed }: Recount,
  state: ProgrammeState,
  { definition, holders }: DecideContext,
): readonly Recipient[] {
  if (changes.length + answers.length + confirmed.length === 0) return [];
  const holdingUp = changes.flatMap(({ phase }) =>
    responsibleOffices(requirePhase(state, definition, phase)),
  );
  const moved = new Set(answers.map(({ escalationId }) => escalationId));
  const answering = state.phases
    .flatMap(({ rungs }) => rungs)
    .filter(({ escalationId }) => moved.has(escalationId))
    .flatMap(({ responsible }) => responsible);
  return recipientsOf([...new Set([definition.owner, ...holdingUp, ...answering])], holders);
}
