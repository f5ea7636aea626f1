/** Signing in, and who is signed in. */
import { z } from 'zod';
import { instant, key, listOf, localised, uuid } from './common.ts';

export const signInBody = z
  .strictObject({
    account: z.string().min(1).max(100).describe('Name to sign in with'),
    password: z.string().min(1).max(1000).describe('Password of the account'),
  })
  .meta({ id: 'SignIn', description: 'Account and password' });

export const roleSchema = z
  .enum(['system-admin', 'security-admin', 'audit-admin'])
  .meta({ id: 'Role', description: 'Role of an administrator; nobody has two' });

export const heldOffice = z
  .strictObject({
    key: key.describe('Key of the office'),
    title: localised.describe('Title of the office'),
    programmeId: z.string().nullable().describe('Set where it is held in one programme only'),
  })
  .meta({ id: 'HeldOffice', description: 'An office that a person holds' });

export const personSchema = z
  .strictObject({
    id: z.string().describe('Id of the person'),
    account: z.string().describe('Name to sign in with'),
    name: localised.describe('Name of the person'),
    locale: z.enum(['zh', 'en']).describe('Language of notifications'),
    roles: z.array(roleSchema).describe('Roles as an administrator'),
    offices: z.array(heldOffice).describe('Offices held now'),
  })
  .meta({ id: 'Person', description: 'A person with roles and offices' });

export const sessionSchema = z
  .strictObject({
    token: z.string().describe('Give it as `Authorization: Bearer`'),
    expiresAt: instant.describe('When the session ends at the latest'),
    person: personSchema.describe('Who has signed in'),
  })
  .meta({ id: 'Session', description: 'A session' });

export const sessionParams = z.strictObject({ id: uuid.describe('Id of the session') });

export const ownSessionList = listOf(
  'OwnSessionList',
  z
    .strictObject({
      id: uuid.describe('Id by which it can be ended; no secret'),
      createdAt: instant.describe('When one signed in'),
      lastSeenAt: instant.describe('When it was used last, to the minute'),
      expiresAt: instant.describe('When it ends at the latest'),
      current: z.boolean().describe('Whether it is the session of this request'),
    })
    .meta({ id: 'OwnSession', description: 'A session of one’s own that is not over' }),
);

export const currentSessionSchema = z
  .strictObject({ person: personSchema.nullable().describe('Null when nobody is signed in') })
  .meta({ id: 'CurrentSession', description: 'Who is signed in, if anybody' });
