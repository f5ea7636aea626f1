/** Performs what is due before anything else happens, so that no act overtakes a moment that was planned before it. */
import type { Actor } from '../domain/programme/commands.ts';
import { decide } from '../domain/programme/decide.ts';
import { momentId, type Moment } from '../domain/planning/moments.ts';
import type { DecideContext } from '../domain/programme/commands.ts';
import type { Draft } from './draft.ts';
import { needsFacts, type FactFinder } from './facts.ts';

export const CLOCK: Actor = { kind: 'clock' };
export const CLOCK_SCOPE = 'clock';

export interface CatchUpOptions {
  readonly facts: FactFinder;
  /** None is performed after this one. */
  readonly last?: Moment;
}

type ClockContext = Pick<DecideContext, 'definition' | 'calendar' | 'holders'>;

/**
 * Records every moment that is due, in the order of the plan. * @throws Error when a moment that is due causes nothing: a defect of the rules, which would never end.
 */
export async function catchUp(
  draft: Draft,
  context: ClockContext,
  { facts, last }: CatchUpOptions,
): Promise<void> {
  for (let moment = draft.next(); moment !== null; moment = draft.next()) {
    const now = draft.now();
    const state = draft.state();
    if (state === null || moment.at > now) return;
    const command = { type: 'PerformMoment', moment } as const;
    const found = needsFacts(moment) ? await facts(moment, state) : undefined;
    const decision = decide(state, command, {
      ...context,
      now,
      actor: CLOCK,
      ...(found === undefined ? {} : { facts: found }),
    });
    const id = momentId(state.id, moment);
    if (!decision.ok || decision.events.length === 0)
      throw new Error(`moment ${id} causes nothing`);
    draft.record(decision.events, { actor: CLOCK_SCOPE, commandId: id });
    draft.command({
      scope: CLOCK_SCOPE,
      id,
      bodyHash: '',
      status: 0,
      answer: null,
      location: null,
    });
    if (last !== undefined && momentId(state.id, last) === id) return;
  }
}
