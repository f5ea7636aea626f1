/** Definitions: what is published, and what is wrong with one that is not. */
import { z } from 'zod';
import { instant, key, listOf, localised, sha256 } from './common.ts';

export const definitionParams = z.strictObject({
  key: key.describe('Key of the definition'),
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .describe('Version of the definition'),
});

const definitionOrigin = z.enum(['shipped', 'published']).meta({
  id: 'DefinitionOrigin',
  description: 'Whether it ships with the program, or a person published it',
});

const definitionVersion = z
  .strictObject({
    version: z.number().int().describe('Version'),
    sha256: sha256.describe('SHA-256 of its canonical content'),
    publishedAt: instant.describe('When it was published'),
    origin: definitionOrigin.describe('Where it comes from'),
  })
  .meta({ id: 'DefinitionVersion', description: 'A published version' });

export const publishedDefinition = z
  .strictObject({
    key: key.describe('Key of the definition'),
    version: z.number().int().describe('Version'),
    sha256: sha256.describe('SHA-256 of its canonical content'),
  })
  .meta({ id: 'PublishedDefinition', description: 'A definition that was published' });

export const definitionSummary = z
  .strictObject({
    key: key.describe('Key of the definition'),
    version: z.number().int().describe('Latest published version'),
    title: localised.describe('Title of the plan'),
    issuer: localised.describe('Who issued the paper'),
    paper: localised.describe('Title of the paper'),
    documentNumber: z.string().nullable().describe('Its number; null where it prints none'),
    clauses: z.number().int().describe('How many of its clauses something in the plan rests on'),
    startsOn: z.string().describe('First day as the paper dates it'),
    phases: z.number().int().describe('How many phases it has'),
    origin: definitionOrigin.describe('Of the latest version'),
    versions: z.array(definitionVersion).describe('All its versions, the latest first'),
  })
  .meta({ id: 'DefinitionSummary', description: 'A published definition in short' });

export const definitionList = listOf('DefinitionList', definitionSummary);

/** The whole definition as published; its own schema is that of the catalogue. */
export const definitionSchema = z
  .looseObject({
    key: key.describe('Key of the definition'),
    version: z.number().int().describe('Version'),
    title: localised.describe('Title of the plan'),
  })
  .meta({ id: 'Definition', description: 'A definition as it was published' });

export const candidateBody = z
  .record(z.string(), z.unknown())
  .meta({ id: 'DefinitionCandidate', description: 'A definition to be judged' });

export const validationSchema = z
  .strictObject({
    ok: z.boolean().describe('Whether it could be published'),
    faults: z
      .array(
        z.strictObject({
          pointer: z.string().describe('JSON pointer into the definition'),
          code: z.string().describe('Stable code of the rule'),
          message: localised.describe('What is wrong'),
        }),
      )
      .describe('Every fault'),
  })
  .meta({ id: 'DefinitionValidation', description: 'What is wrong with a definition' });
