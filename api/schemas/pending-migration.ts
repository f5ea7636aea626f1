/** A move to another version that awaits a decision, as a programme shows it. */
import { z } from 'zod';
import { instant, key, localised, personRef, sha256 } from './common.ts';

export const version = z.number().int().min(1).max(999_999);

export const choice = z.enum(['keep', 'recompute']);

export const pendingMigration = z
  .strictObject({
    id: z.string().describe('Id of the migration'),
    version: version.describe('Version to move to'),
    choices: z.record(z.string(), choice).describe('Choices of dates'),
    previewHash: sha256.describe('Hash of the preview that was proposed'),
    proposedBy: personRef.describe('Who proposed it'),
    proposedAt: instant.describe('When it was proposed'),
    decidedBy: key.describe('Office that decides'),
    decidedByTitle: localised.describe('Title of that office'),
  })
  .meta({ id: 'PendingMigration', description: 'A move that awaits a decision' });
