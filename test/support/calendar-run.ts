/** Runs of the small plan under a calendar of one's choice, which may change on the way. */
import type { CalendarPublication } from '../../domain/calendar/change.ts';
import { CN_PUBLIC } from '../../domain/calendar/cn-public.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { planMoments } from '../../domain/planning/moments.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { decide } from '../../domain/programme/decide.ts';
import { evolve } from '../../domain/programme/evolve.ts';
import type { ProgrammeEvent } from '../../domain/programme/events.ts';
import type { Decision } from '../../domain/programme/rejections.ts';
import { clock, holder, type ActOptions, type Run } from './given.ts';
import { plan } from './plan.ts';

export interface CalendarRun extends Run {
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
}

const NOTHING_TOLD: readonly CalendarPublication[] = [];

export function started(startsOn: string, definition: Definition = plan): CalendarRun {
  const command = {
    type: 'ActivateProgramme',
    id: 'p',
    title: 'small plan',
    startsOn,
    clock: null,
  } as const;
  const at = `${startsOn}T00:00:00.000Z`;
  const by = holder(definition.owner);
  const decision = decide(
    null,
    command,
    contextOf({ definition, calendar: CN_PUBLIC }, { at, by }),
  );
  const event = decision.ok ? decision.events[0] : undefined;
  if (event === undefined) throw new Error('the plan was not started');
  return { state: evolve(null, event, 1), events: [event], definition, calendar: CN_PUBLIC };
}

export function perform(
  run: CalendarRun,
  command: ProgrammeCommand,
  act: Pick<ActOptions, 'at' | 'by' | 'holders'>,
): CalendarRun {
  return folded(run, decide(run.state, command, contextOf(run, act)));
}

/** Performs what is due, each at its own instant or, once that has passed, at `from`. */
export function passTimeOf(run: CalendarRun, until: string, from = ''): CalendarRun {
  let current = run;
  for (;;) {
    const moment = planMoments(current.state, current.definition, current.calendar)[0];
    if (moment === undefined || moment.at > until) return current;
    const at = moment.at > from ? moment.at : from;
    current = perform(current, { type: 'PerformMoment', moment }, { by: clock, at });
  }
}

export function tryApply(
  run: CalendarRun,
  after: WorkCalendar,
  act: { readonly at: string; readonly by?: ActOptions['by'] },
): Decision<ProgrammeEvent> {
  const by = act.by ?? clock;
  return decide(
    run.state,
    { type: 'ApplyCalendar', version: after.version },
    {
      ...contextOf(run, { at: act.at, by }),
      newCalendar: { calendar: after, published: NOTHING_TOLD },
    },
  );
}

export function applied(run: CalendarRun, after: WorkCalendar, at: string): CalendarRun {
  return { ...folded(run, tryApply(run, after, { at })), calendar: after };
}

function folded(run: CalendarRun, decision: Decision<ProgrammeEvent>): CalendarRun {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
  const state = decision.events.reduce(
    (before, event) => evolve(before, event, before.position + 1),
    run.state,
  );
  return { ...run, state, events: [...run.events, ...decision.events] };
}

function contextOf(
  { definition, calendar }: Pick<CalendarRun, 'definition' | 'calendar'>,
  { at, by, holders }: Pick<ActOptions, 'at' | 'by' | 'holders'>,
): Parameters<typeof decide>[2] {
  const everyone = definition.offices.map(({ key }) => [key, [`person-${key}`]]);
  return {
    now: at,
    definition,
    calendar,
    actor: by,
    holders: holders ?? (Object.fromEntries(everyone) as Record<string, string[]>),
    check: null,
  };
}
