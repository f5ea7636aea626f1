/** Moving a running programme to another version of its definition: preview, proposal, decision. */
import { previewMigration } from '../../domain/programme/migration/preview.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  decidedMigration as decidedSchema,
  decideMigrationBody,
  migrationParams,
  migrationPreview,
  previewMigrationBody,
  proposedMigration as proposedSchema,
  proposeMigrationBody,
} from '../schemas/migrations.ts';
import { decidedMigration, previewView, proposedMigration } from '../views/migration.ts';
import { performAct } from './act.ts';
import { definitionOf, programmeNow, visibleProgramme } from './scene.ts';

const TAG = 'Migrations';

const preview = route({
  method: 'post',
  path: '/v1/programmes/{id}/migrations/previews',
  operationId: 'previewMigration',
  summary: 'What a move to another version would do, phase by phase; changes nothing',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: previewMigrationBody,
  answers: { 200: { description: 'The preview', schema: migrationPreview } },
  problems: ['migration-target-unknown', 'migration-target-invalid', 'programme-not-active'],
  handle: async (input, deps) => {
    const { version, choices } = input.body;
    const record = await visibleProgramme(input.params.id, personOf(input), deps);
    const { state } = record;
    const { status } = state;
    if (status !== 'active') throw new ProblemError('programme-not-active', { params: { status } });
    const from = definitionOf(state.definition, deps);
    const to = await deps.definitions.get(from.key, version);
    if (to === null) throw new ProblemError('migration-target-unknown', { params: { version } });
    if (version <= from.version) {
      throw new ProblemError('migration-target-invalid', { params: { version: from.version } });
    }
    const now = programmeNow(record, deps);
    const calendar = await deps.calendars.store.get(state.calendar);
    const body = previewView(previewMigration({ state, from, to, calendar, choices, now }));
    return { status: 200, body };
  },
});

const propose = route({
  method: 'post',
  path: '/v1/programmes/{id}/migrations',
  operationId: 'proposeMigration',
  summary: 'Propose a move to another version, as the owning office',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: proposeMigrationBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Proposed', schema: proposedSchema } },
  problems: [
    'not-owner',
    'migration-target-unknown',
    'migration-target-invalid',
    'migration-choice-invalid',
    'migration-impossible',
    'migration-outdated',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { version, choices, previewHash } = input.body;
    return performAct(
      {
        programmeId: input.params.id,
        command: {
          type: 'ProposeMigration',
          version,
          choices,
          expectedPreviewHash: previewHash ?? null,
        },
        answer: proposedMigration,
      },
      input,
      deps,
    );
  },
});

const decide = route({
  method: 'post',
  path: '/v1/programmes/{id}/migrations/{migration}/decisions',
  operationId: 'decideMigration',
  summary: 'Approve or refuse a move to another version, as another person than who proposed it',
  tag: TAG,
  permission: 'signed-in',
  params: migrationParams,
  body: decideMigrationBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Decided', schema: decidedSchema } },
  problems: [
    'not-office-holder',
    'migration-same-person',
    'migration-not-pending',
    'migration-outdated',
    'opinion-required',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { approve, opinion } = input.body;
    const { id, migration } = input.params;
    return performAct(
      {
        programmeId: id,
        command: { type: 'DecideMigration', migration, approve, opinion },
        answer: decidedMigration,
      },
      input,
      deps,
    );
  },
});

export const migrationRoutes: readonly Route[] = [preview, propose, decide];
