/** Opening a phase: its first round when its window begins, a further one after a return. */
import { recipientsOf } from '../authority/holding.ts';
import { addDuration, deadlineInstant, localDateOf } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import { dueDayOf } from '../definition/due-day.ts';
import type { DueRule } from '../definition/types.ts';
import type { PlanningContext } from '../planning/moments.ts';
import type { DecideContext } from './commands.ts';
import { requirePhase } from './lookups.ts';
import type { PhaseView } from './lookups.ts';
import { leadAlone } from './progress.ts';
import type { Recorder } from './recorder.ts';

/** Records the opening of the phase's next round, or of its first. */
export function recordOpening(
  recorder: Recorder,
  key: string,
  context: DecideContext & { readonly plannedAt: Instant },
): void {
  const { definition, now, plannedAt, holders } = context;
  const phase = requirePhase(recorder.state(), definition, key);
  const isFirst = phase.state.status === 'scheduled';
  const dueOn = isFirst ? phase.state.dueOn : reworkDueOn(phase, context);
  recorder.record({
    type: 'PhaseOpened',
    at: now,
    data: {
      phase: key,
      round: isFirst ? phase.state.round : phase.state.round + 1,
      plannedAt,
      dueOn,
      dueAt: deadlineInstant(dueOn, definition.zone),
      recipients: recipientsOf(owingOffices(phase), holders),
    },
  });
}

/** The offices that owe a deliverable of the phase from its opening on, each once; of a target the one that reports it. */
export function owingOffices({ definition }: PhaseView): readonly string[] {
  const alone = leadAlone(definition);
  if (alone !== null) return [alone];
  const owed = definition.deliverables.filter(({ afterStep }) => afterStep === undefined);
  return [...new Set(owed.map(({ office }) => office))];
}

/** A round after the first keeps its date while that still leaves the time allowed for rework, which a due rule only lengthens. */
function reworkDueOn(phase: PhaseView, context: DecideContext): LocalDate {
  const allowedOn = reworkAllowedOn(context.now, phase.definition.dueRule, context);
  return allowedOn > phase.state.dueOn ? allowedOn : phase.state.dueOn;
}

/** The last day of the time for rework of a round that opens at the instant. */
export function reworkAllowedOn(
  openedAt: Instant,
  rule: DueRule | undefined,
  { definition, calendar }: PlanningContext,
): LocalDate {
  const allowed = addDuration(calendar, openedAt, definition.rework);
  const day = localDateOf(allowed, definition.zone);
  // From that very day on, so that a rule never takes a day of it away.
  return dueDayOf({ from: day, to: day }, rule, calendar);
}
