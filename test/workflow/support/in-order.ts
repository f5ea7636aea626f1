/** Holds a programme's events against the plan: every moment raised once, in order, never early, and none overtaken by a person. */
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { planMoments } from '../../../domain/planning/moments.ts';
import { evolve } from '../../../domain/programme/evolve.ts';
import type { ClockData, ProgrammeEvent } from '../../../domain/programme/events.ts';
import type { ProgrammeState } from '../../../domain/programme/state.ts';
import type { EventSeen } from '../../../cli/rehearse/desk.ts';

const KINDS: Readonly<Partial<Record<ProgrammeEvent['type'], string>>> = {
  PhaseOpened: 'openPhase',
  DeadlineReminded: 'remind',
  DeadlineMissed: 'missDeadline',
  EscalationRaised: 'escalate',
  AnswerMissed: 'missAnswer',
  PhaseLapsed: 'lapse',
};

/** What is wrong, in words; empty when all is in order. */
export function disorder(events: readonly EventSeen[], definition: Definition): readonly string[] {
  const faults: string[] = [];
  let state: ProgrammeState | null = null;
  let before: ProgrammeEvent | null = null;
  for (const seen of events) {
    // Rows of the ledger are events by their own statement.
    const event = seen as unknown as ProgrammeEvent;
    const fault = state === null ? null : faultOf(event, { state, before, definition });
    if (fault !== null) faults.push(`${seen.position} ${seen.type} ${seen.at}: ${fault}`);
    state = evolve(state, event, seen.position);
    before = event;
  }
  return faults;
}

interface Scene {
  readonly state: ProgrammeState;
  readonly before: ProgrammeEvent | null;
  readonly definition: Definition;
}

function kindOf(event: ProgrammeEvent): string | undefined {
  const isPeriod = event.type === 'PhaseOpened' && event.data.plan !== undefined;
  return isPeriod ? 'openPeriod' : KINDS[event.type];
}

function faultOf(event: ProgrammeEvent, { state, before, definition }: Scene): string | null {
  const next = planMoments(state, definition, CN_PUBLIC)[0];
  const kind = kindOf(event);
  // A return and what it reopens are one act.
  if (kind === undefined || before?.type === 'PhaseReturned') {
    const isOvertaken = next !== undefined && next.at < event.at && event.at !== before?.at;
    return isOvertaken ? `overtakes ${JSON.stringify(next)}` : null;
  }
  const { phase, round, plannedAt } = event.data as ClockData; // the kinds above are events of the clock
  if (event.at < plannedAt) return `early, planned at ${plannedAt}`;
  const planned = next && `${next.kind} ${next.phase} ${next.round} ${next.at}`;
  const found = `${kind} ${phase} ${round} ${plannedAt}`;
  return planned === found ? null : `was not next, but ${String(planned)}`;
}
