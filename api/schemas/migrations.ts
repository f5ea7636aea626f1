/** Moves of a running programme to another version of its definition. */
import { z } from 'zod';
import { programmeAct } from './acts.ts';
import { key, localDate, localised, rung, sha256, uuid } from './common.ts';
import { phaseKey } from './keys.ts';
import { choice, pendingMigration, version } from './pending-migration.ts';

const choices = z
  .record(phaseKey, choice)
  .refine((given) => Object.keys(given).length <= 200)
  .default({})
  .describe('By key of a phase whose window changes: keep its date, or reckon it anew (default)');

export const previewMigrationBody = z
  .strictObject({ version: version.describe('Version to move to'), choices })
  .meta({ id: 'PreviewMigration', description: 'A move to another version to be previewed' });

export const proposeMigrationBody = z
  .strictObject({
    version: version.describe('Version to move to'),
    choices,
    previewHash: sha256
      .optional()
      .describe('Of the preview that was seen; refused when it differs'),
  })
  .meta({ id: 'ProposeMigration', description: 'A move to another version, proposed' });

export const migrationParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  migration: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .describe('Id of the migration'),
});

export const decideMigrationBody = z
  .strictObject({
    approve: z.boolean().describe('Whether the move is approved'),
    opinion: z
      .string()
      .trim()
      .max(2000)
      .nullable()
      .default(null)
      .describe('Mandatory unless approving'),
  })
  .meta({ id: 'DecideMigration', description: 'A decision on a move to another version' });

const phaseDates = z
  .strictObject({
    opensOn: localDate.describe('First day'),
    dueOn: localDate.describe('Last day'),
  })
  .meta({ id: 'PhaseDates', description: 'The dates of a phase' });

export const migrationPreview = z
  .strictObject({
    from: version.describe('Version that the programme runs'),
    to: version.describe('Version to move to'),
    possible: z.boolean().describe('Whether it can be proposed'),
    previewHash: sha256.describe('By which the preview is recognised when it is proposed'),
    phases: z
      .array(
        z.strictObject({
          key: z.string().describe('Key of the phase'),
          verdict: z
            .enum(['kept', 're-dated', 'added', 'removed', 'impossible'])
            .describe('What becomes of it'),
          before: phaseDates.nullable().describe('Its dates now; null where it is new'),
          after: phaseDates.nullable().describe('Its dates then; null where it is gone'),
          why: localised.describe('Why'),
        }),
      )
      .describe('In the order of the new version'),
    duties: z
      .array(
        z.strictObject({
          key: key.describe('Key of the duty'),
          verdict: z.enum(['kept', 'added', 'changed', 'removed']).describe('What becomes of it'),
          before: z.string().nullable().describe('The period that opens next, now'),
          after: z.string().nullable().describe('The period that opens next, then'),
        }),
      )
      .describe('Recurring duties'),
    rungsDropped: z
      .array(
        z.strictObject({
          phase: z.string().describe('Key of the phase'),
          rung: rung.describe('Rung that the new ladder does not have'),
          raised: z.boolean().describe('Whether it was raised already; then it stays'),
        }),
      )
      .describe('Rungs that will not be raised any more'),
    obstacles: z.array(localised).describe('What stands in the way of the whole'),
  })
  .meta({ id: 'MigrationPreview', description: 'What a move would do, phase by phase' });

export const proposedMigration = programmeAct
  .extend({
    migration: pendingMigration
      .pick({ id: true, version: true, previewHash: true, decidedBy: true })
      .meta({ id: 'ProposedMigration', description: 'A move in short' })
      .describe('The move, by whose id it is decided'),
  })
  .meta({ id: 'ProposedMigrationAct', description: 'A proposal, and how the programme stands' });

export const decidedMigration = programmeAct
  .extend({
    definition: z
      .strictObject({
        key: key.describe('Key of the definition'),
        version: version.describe('Version that the programme runs now'),
      })
      .describe('What the programme runs now'),
  })
  .meta({ id: 'DecidedMigrationAct', description: 'A decision, and how the programme stands' });
