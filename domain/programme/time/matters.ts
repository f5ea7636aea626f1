/** Rungs about which something may be decided: kept when they are raised, bounded in number, found by their ids. */
import type { EventOf } from '../events.ts';
import type { ProgrammeState } from '../state.ts';
import type { RungMatter } from './state.ts';

/** Of rungs that wait for nothing; an appeal comes within days, so older ones are never asked for. */
const MOST_KEPT = 100;

export function withMatter(
  state: ProgrammeState,
  event: EventOf<'EscalationRaised'>,
): ProgrammeState {
  const { escalationId, phase, round, rung, responsible } = event.data;
  const matter: RungMatter = {
    escalationId,
    phase,
    round,
    rung,
    raisedAt: event.at,
    pausedDays: 0,
    responsible,
    review: null,
    accountability: rung === 'accountability' ? 'proposed' : null,
  };
  const settled = state.matters.filter((kept) => !isWaiting(kept));
  const dropped = new Set(settled.slice(0, Math.max(0, settled.length + 1 - MOST_KEPT)));
  return { ...state, matters: [...state.matters.filter((kept) => !dropped.has(kept)), matter] };
}

export function onMatter(
  state: ProgrammeState,
  escalationId: string,
  change: (matter: RungMatter) => RungMatter,
): ProgrammeState {
  return {
    ...state,
    matters: state.matters.map((matter) =>
      matter.escalationId === escalationId ? change(matter) : matter,
    ),
  };
}

export function findMatter(state: ProgrammeState, escalationId: string): RungMatter | null {
  return state.matters.find((matter) => matter.escalationId === escalationId) ?? null;
}

function isWaiting({ review, accountability }: RungMatter): boolean {
  return review?.status === 'open' || accountability === 'proposed';
}
