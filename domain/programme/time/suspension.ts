/** Suspension 中止: the clock of a programme stands still, and on resumption every date moves by the days it stood. */
import { holdsOffice, recipientsOf } from '../../authority/holding.ts';
import { addDays, daysBetween, deadlineInstant, localDateOf } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { addWorkingDays, workingDaysBetween } from '../../calendar/working-days.ts';
import { governanceOf } from '../../definition/governance.ts';
import { rungsCountFrom } from '../../planning/moments.ts';
import type { Actor, DecideContext } from '../commands.ts';
import { boundsOf, findDuty, followingPeriod, planPeriod } from '../duties/periods.ts';
import type { ProgrammeEvent } from '../events.ts';
import { isComplete, isOver } from '../progress.ts';
import { createRecorder } from '../recorder.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { PhaseState, ProgrammeState } from '../state.ts';
import { toldOfProgramme } from './recipients.ts';
import type { ResumeProgramme, SuspendProgramme } from './commands.ts';
import type { PhaseShift, TimeEvents } from './events.ts';

export function decideSuspension(
  state: ProgrammeState,
  command: SuspendProgramme,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const ruling = rule(state, command.reason, context);
  if ('ok' in ruling) return ruling;
  const recipients = recipientsOf(toldOfProgramme(state, context), context.holders);
  const data = { ...ruling, reason: command.reason, recipients };
  return accept([{ type: 'ProgrammeSuspended', at: context.now, data }]);
}

/** What was due meanwhile is neither caught up nor raised in a burst: reminders of the past are dropped with their old dates. */
export function decideResumption(
  state: ProgrammeState,
  command: ResumeProgramme,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { now } = context;
  const { suspendedAt } = state;
  if (suspendedAt === null || isHeldByPerson(state, context)) {
    return refuse('programme-not-active', { status: state.status });
  }
  const ruling = rule(state, command.reason, context);
  if ('ok' in ruling) return ruling;
  if (isParentSuspended(context)) return refuse('parent-suspended');
  const pause = pauseOf(suspendedAt, context);
  const recorder = createRecorder(state);
  const data = {
    ...ruling,
    reason: command.reason,
    suspendedAt,
    days: pause.days,
    shifts: state.phases
      .filter((phase) => !isOver(phase))
      .map((phase) => shiftOf(phase, pause, context)),
    answers: answersOf(state, pause),
    ...dutiesAfter(state, pause, context),
    recipients: recipientsOf(toldOfProgramme(state, context), context.holders),
  };
  recorder.record({ type: 'ProgrammeResumed', at: now, data });
  if (isComplete(recorder.state())) {
    const lastPhase = state.phases.at(-1)?.key ?? '';
    recorder.record({ type: 'ProgrammeCompleted', at: now, data: { lastPhase } });
  }
  return accept(recorder.events());
}

/** Whether the clock is to let go on what a person stopped for reasons of its own: that only a person resumes. */
function isHeldByPerson({ suspendedBy }: ProgrammeState, { actor }: DecideContext): boolean {
  return actor.kind === 'clock' && suspendedBy !== actor.kind;
}

/** Known of a unit programme that a person resumes. */
function isParentSuspended({ facts }: DecideContext): boolean {
  return facts?.kind === 'parent' && facts.status === 'suspended';
}

function rule(
  { parent }: ProgrammeState,
  reason: string,
  { actor, definition }: DecideContext,
): { readonly by: string; readonly office: string } | Decision<never> {
  const office = governanceOf(definition).suspension.decidedBy;
  if (actor.kind === 'clock' && parent !== null) return { by: actor.kind, office };
  if (!isPersonOf(actor, office)) return refuse('not-office-holder', { office });
  if (reason.trim() === '') return refuse('opinion-required', { decision: 'suspend' });
  return { by: actor.id, office };
}

function isPersonOf(actor: Actor, office: string): actor is Extract<Actor, { kind: 'person' }> {
  return actor.kind === 'person' && holdsOffice(actor, office);
}

/** The days on which the clock stopped and went on, and those between them. */
interface Pause {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
}

function pauseOf(suspendedAt: string, { definition, now }: DecideContext): Pause {
  const from = localDateOf(suspendedAt, definition.zone);
  const to = localDateOf(now, definition.zone);
  return { from, to, days: Math.max(0, daysBetween(from, to)) };
}

function shiftOf(phase: PhaseState, pause: Pause, context: DecideContext): PhaseShift {
  const { definition } = context;
  const dueOn = addDays(phase.dueOn, pause.days);
  return {
    phase: phase.key,
    opensOn: phase.status === 'open' ? phase.opensOn : addDays(phase.opensOn, pause.days),
    dueOn,
    dueAt: deadlineInstant(dueOn, definition.zone),
    ...(phase.status === 'open' && phase.missed
      ? { rungsFrom: rungsFromAfter(phase, pause, context) }
      : {}),
  };
}

/** As many working days before the resumption as had passed of the climb: what is left of it is left. */
function rungsFromAfter(
  phase: PhaseState,
  pause: Pause,
  { definition, calendar }: DecideContext,
): LocalDate {
  const countedFrom = rungsCountFrom(phase, phase.openedAt ?? phase.dueAt, definition);
  const passed = Math.max(0, workingDaysBetween(calendar, countedFrom, pause.from));
  return addWorkingDays(calendar, pause.to, -passed);
}

function answersOf(
  state: ProgrammeState,
  { days }: Pause,
): TimeEvents['ProgrammeResumed']['answers'] {
  return state.phases.flatMap((phase) =>
    phase.rungs
      .filter(({ answeredBy, answerMissed }) => answeredBy === null && answerMissed === undefined)
      .map(({ escalationId, answerDueOn }) => ({
        escalationId,
        phase: phase.key,
        answerDueOn: addDays(answerDueOn, days),
      })),
  );
}

/** Periods are bound to the calendar: one whose due day has gone by while the clock stood still never opens. */
function dutiesAfter(
  { duties, startsOn }: ProgrammeState,
  pause: Pause,
  context: DecideContext,
): Pick<TimeEvents['ProgrammeResumed'], 'duties' | 'skipped'> {
  const { definition } = context;
  const after = duties.map((duty) => {
    const defined = findDuty(definition, duty.key);
    if (defined === null) return { duty, skipped: [] };
    const bounds = boundsOf(defined, definition, startsOn);
    const skipped: string[] = [];
    let { next } = duty;
    while (next !== null && planPeriod(duty.key, next, context).dueOn < pause.to) {
      skipped.push(next);
      next = followingPeriod(defined, next, bounds);
    }
    return { duty: { ...duty, next }, skipped };
  });
  return {
    duties: after.map(({ duty }) => duty),
    skipped: after.flatMap(({ duty, skipped }) =>
      skipped.map((period) => ({ duty: duty.key, period })),
    ),
  };
}
