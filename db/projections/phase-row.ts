/** The row of a phase. */
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import type { PhaseRow } from './rows.ts';

export function phaseRow(phase: PhaseState, ordinal: number, programme: ProgrammeState): PhaseRow {
  return {
    programme_id: programme.id,
    key: phase.key,
    ordinal,
    round: phase.round,
    status: phase.status,
    opens_on: phase.opensOn,
    due_on: phase.dueOn,
    due_at: phase.dueAt,
    due_real_at: toRealTime(programme.clock, phase.dueAt),
    opened_at: phase.openedAt,
    closed_at: phase.closedAt,
    missed: phase.missed,
    rung: phase.rungs.at(-1)?.rung ?? null,
  };
}
