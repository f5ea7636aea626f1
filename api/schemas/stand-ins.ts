/** Acting as the offices of a rehearsal. */
import { z } from 'zod';
import { instant, key, listOf, localised, personRef } from './common.ts';

export const openStandInBody = z
  .strictObject({ office: key.describe('Office as which one wants to act') })
  .meta({ id: 'OpenRehearsalSession', description: 'The office as which one wants to act' });

const standInFields = {
  office: key.describe('Office that the person holds in the rehearsal, and nowhere else'),
  title: localised.describe('Title of the office'),
  person: personRef.describe('The rehearsal person'),
} as const;

export const rehearsalPersonSchema = z
  .strictObject(standInFields)
  .meta({ id: 'RehearsalPerson', description: 'A person who exists in one rehearsal only' });

export const rehearsalPersonList = listOf('RehearsalPersonList', rehearsalPersonSchema);

export const standInSchema = z
  .strictObject({
    ...standInFields,
    token: z.string().describe('Give it as `Authorization: Bearer` to act as the person'),
    expiresAt: instant.describe('When the session ends at the latest; it ends with one’s own'),
  })
  .meta({ id: 'RehearsalSession', description: 'A short session of a rehearsal person' });
