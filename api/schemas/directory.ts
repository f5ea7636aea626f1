/** People, offices and appointments, for administrators. */
import { z } from 'zod';
import { account, instant, key, listOf, localised, pageOf, personRef, uuid } from './common.ts';
import { personSchema } from './sessions.ts';

export const personPage = pageOf('PersonPage', personSchema);

export const registerPersonBody = z
  .strictObject({
    account,
    name: z
      .strictObject({
        zh: z.string().trim().min(1).max(100).describe('Chinese name'),
        en: z.string().trim().min(1).max(100).describe('English name'),
      })
      .describe('Name in both languages'),
    email: z.email().max(254).nullable().default(null).describe('Address for notifications'),
    locale: z.enum(['zh', 'en']).default('zh').describe('Language of notifications'),
    password: z.string().min(12).max(1000).describe('First password, at least 12 characters'),
  })
  .meta({ id: 'RegisterPerson', description: 'A new account without any role or office' });

export const officeSchema = z
  .strictObject({
    key: key.describe('Key of the office'),
    title: localised.describe('Title of the office'),
    holders: z.array(personRef).describe('Who holds it now, organisation-wide; empty is a vacancy'),
    appointments: z
      .array(
        z
          .strictObject({
            id: uuid.describe('Id by which it can be ended'),
            person: personRef.describe('Who is appointed'),
            from: instant.describe('From when'),
            until: instant.nullable().describe('Until when, excluded; open when null'),
          })
          .meta({ id: 'OfficeAppointment', description: 'An appointment that is not over' }),
      )
      .describe('Organisation-wide, those that have not begun included'),
  })
  .meta({ id: 'Office', description: 'An office and its holders' });

export const officeList = listOf('OfficeList', officeSchema);

export const appointBody = z
  .strictObject({
    account: account.describe('Account of the person'),
    from: instant.optional().describe('From when; now when left out'),
    until: instant.nullable().default(null).describe('Until when, excluded; open when null'),
  })
  .meta({ id: 'Appoint', description: 'Appointment of a person to an office' });

export const appointmentSchema = z
  .strictObject({
    id: z.string().describe('Id of the holding'),
    office: key.describe('Key of the office'),
    personId: z.string().describe('Who holds it'),
    from: instant.describe('From when'),
    until: instant.nullable().describe('Until when, excluded'),
  })
  .meta({ id: 'Appointment', description: 'A holding of an office' });

export const appointmentParams = z.strictObject({ id: uuid.describe('Id of the appointment') });

export const endAppointmentBody = z
  .strictObject({ until: instant.optional().describe('Until when, excluded; now when left out') })
  .default({})
  .meta({ id: 'EndAppointment', description: 'End of an appointment' });

export const registeredPerson = z
  .strictObject({
    id: z.string().describe('Id of the person'),
    account: z.string().describe('Name to sign in with'),
    name: localised.describe('Name of the person'),
  })
  .meta({ id: 'RegisteredPerson', description: 'A person who was registered' });
