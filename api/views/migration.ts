/** A move to another version of the definition, as people see it. */
import { hashPreview } from '../../domain/programme/migration/preview.ts';
import type { MigrationPreview } from '../../domain/programme/migration/preview-types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import type { Outcome, StoredAnswer } from '../../engine/types.ts';
import { actOf } from './act.ts';
import { personRef, type Names, type PersonName } from './rows.ts';
import { officeTitle } from './office-title.ts';

export interface PendingMigrationShown {
  readonly id: string;
  readonly version: number;
  readonly choices: Readonly<Record<string, string>>;
  readonly previewHash: string;
  readonly proposedBy: PersonName;
  readonly proposedAt: string;
  readonly decidedBy: string;
  readonly decidedByTitle: Definition['title'];
}

export function pendingMigration({
  state,
  definition,
  names,
}: {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  readonly names: Names;
}): PendingMigrationShown | null {
  const { migration } = state;
  if (migration === null) return null;
  return {
    ...migration,
    proposedBy: personRef(migration.proposedBy, names),
    decidedByTitle: officeTitle(definition, migration.decidedBy),
  };
}

export function previewView(preview: MigrationPreview): object {
  return { ...preview, previewHash: hashPreview(preview) };
}

/** What proposing answers. */
export function proposedMigration(outcome: Outcome): StoredAnswer {
  const { migration } = outcome.state;
  if (migration === null) throw new Error('a proposal left no migration pending');
  const { id, version, previewHash, decidedBy } = migration;
  const shown = { id, version, previewHash, decidedBy };
  return { status: 201, body: { ...actOf(outcome), migration: shown } };
}

/** What deciding answers. */
export function decidedMigration(outcome: Outcome): StoredAnswer {
  return { status: 201, body: { ...actOf(outcome), definition: outcome.state.definition } };
}
