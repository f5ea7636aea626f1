/** Phases that a move to another version has taken out of the plan before they opened: their rows stay and show as lapsed. */
import { isOver } from '../../domain/programme/progress.ts';
import { phaseRow } from './phase-row.ts';
import type { Act } from './project.ts';
import type { PhaseRow } from './rows.ts';

export function projectRemoved({ previous, next, events }: Act): readonly PhaseRow[] {
  if (previous === null || !events.some(({ type }) => type === 'ProgrammeMigrated')) return [];
  const kept = new Set(next.phases.map(({ key }) => key));
  return previous.phases.flatMap((phase, ordinal) =>
    kept.has(phase.key) || isOver(phase)
      ? []
      : [phaseRow({ ...phase, status: 'lapsed' }, ordinal, next)],
  );
}
