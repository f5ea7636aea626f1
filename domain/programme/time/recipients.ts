/** Whom an act on the whole programme concerns. */
import type { DecideContext } from '../commands.ts';
import { requirePhase } from '../lookups.ts';
import type { ProgrammeState } from '../state.ts';
import { officesAnsweringFor } from './responsible.ts';

/** The owner, and the offices that hold an open phase up. */
export function toldOfProgramme(
  state: ProgrammeState,
  { definition }: DecideContext,
): readonly string[] {
  const busy = state.phases
    .filter(({ status }) => status === 'open')
    .flatMap(({ key }) => officesAnsweringFor(requirePhase(state, definition, key)));
  return [...new Set([definition.owner, ...busy])];
}
