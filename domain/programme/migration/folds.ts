/** A running programme moved to another version of its definition. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { MigrationEvents } from './events.ts';
import { migratedPhase } from './migrated-phase.ts';

export const migrationFolds: Folds<keyof MigrationEvents> = {
  MigrationProposed: (state, { at, data }) => ({
    ...state,
    migration: {
      id: data.migration,
      version: data.to.version,
      choices: data.choices,
      previewHash: data.previewHash,
      proposedBy: data.by,
      proposedAt: at,
      decidedBy: data.decidedBy,
    },
  }),
  MigrationRefused: (state) => ({ ...state, migration: null }),
  ProgrammeMigrated: (state, { data }) => ({
    ...state,
    definition: data.to,
    migration: null,
    duties: data.duties,
    phases: data.phases.map((plan) =>
      migratedPhase(
        state.phases.find(({ key }) => key === plan.key),
        plan,
      ),
    ),
  }),
};
