/** The record that a due instant passed with the phase open. */
import { recipientsOf } from '../authority/holding.ts';
import type { DecideContext } from './commands.ts';
import type { ClockData, ProgrammeEvent } from './events.ts';
import { requirePhase } from './lookups.ts';
import { responsibleOffices } from './progress.ts';
import type { ProgrammeState } from './state.ts';

export function deadlineMissed(
  state: ProgrammeState,
  place: ClockData,
  { definition, holders, now }: DecideContext,
): ProgrammeEvent {
  const phase = requirePhase(state, definition, place.phase);
  const responsible = responsibleOffices(phase);
  return {
    type: 'DeadlineMissed',
    at: now,
    data: {
      ...place,
      dueOn: phase.state.dueOn,
      responsible,
      recipients: recipientsOf(responsible, holders),
    },
  };
}
