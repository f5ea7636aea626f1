/** `given(past).when(command)`: rules are tested as past events, a command, and the events or the refusal that follow. */
import type { Actor, DecideContext, ProgrammeCommand } from '../../domain/programme/commands.ts';
import { decide } from '../../domain/programme/decide.ts';
import type { EventOf, EventType, ProgrammeEvent } from '../../domain/programme/events.ts';
import { evolve } from '../../domain/programme/evolve.ts';
import type { Decision } from '../../domain/programme/rejections.ts';
import type { CheckResult, ProgrammeState } from '../../domain/programme/state.ts';
import { planMoments } from '../../domain/planning/moments.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { calendar, plan } from './plan.ts';

export interface Run {
  readonly state: ProgrammeState;
  readonly events: readonly ProgrammeEvent[];
}

export interface ActOptions {
  readonly by: Actor;
  /** Programme time. */
  readonly at: string;
  readonly check?: CheckResult | null;
  readonly holders?: DecideContext['holders'];
  readonly definition?: Definition;
  readonly facts?: DecideContext['facts'];
}

export const clock: Actor = { kind: 'clock' };

/** A person called as the first office, holding all the offices named. */
export function holder(...offices: readonly string[]): Actor {
  return { kind: 'person', id: `person-${offices[0] ?? 'nobody'}`, offices };
}

export function tryAct(
  state: ProgrammeState | null,
  command: ProgrammeCommand,
  options: ActOptions,
): Decision<ProgrammeEvent> {
  const definition = options.definition ?? plan;
  const everyone = definition.offices.map(({ key }) => [key, [`person-${key}`]]);
  return decide(state, command, {
    now: options.at,
    definition,
    calendar,
    actor: options.by,
    holders: options.holders ?? (Object.fromEntries(everyone) as Record<string, string[]>),
    check: options.check ?? null,
    ...(options.facts === undefined ? {} : { facts: options.facts }),
  });
}

/** Acts, or fails the test with the refusal. */
export function act(run: Run | null, command: ProgrammeCommand, options: ActOptions): Run {
  const decision = tryAct(run?.state ?? null, command, options);
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
  let state = run?.state ?? null;
  for (const event of decision.events) state = evolve(state, event, (state?.position ?? 0) + 1);
  if (state === null) throw new Error('nothing happened');
  return { state, events: [...(run?.events ?? []), ...decision.events] };
}

/** Performs every planned moment up to and at `until`, each at its own instant. */
export function passTime(run: Run, until: string, definition: Definition = plan): Run {
  let current = run;
  for (;;) {
    const moment = planMoments(current.state, definition, calendar)[0];
    if (moment === undefined || moment.at > until) return current;
    const command = { type: 'PerformMoment', moment } as const;
    current = act(current, command, { by: clock, at: moment.at, definition });
  }
}

export function ofType<T extends EventType>(
  events: readonly ProgrammeEvent[],
  type: T,
): readonly EventOf<T>[] {
  // The filter keeps exactly the events of this type, which TypeScript cannot follow through the parameter.
  return events.filter((event) => event.type === type) as unknown as readonly EventOf<T>[];
}
