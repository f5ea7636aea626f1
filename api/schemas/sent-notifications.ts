/** What was sent of a programme, to whom and why, and what became of the e-mails. */
import { z } from 'zod';
import { instant, key, localised, pageOf, pageQuery, personRef, phaseKey, rung } from './common.ts';

const emailState = z.enum(['none', 'pending', 'sent', 'failed-for-good']);

export const sentNotificationsQuery = z.strictObject({
  ...pageQuery,
  phase: phaseKey.optional().describe('Only of this phase'),
  email: emailState.optional().describe('Only with e-mails in this state'),
});

export const sentNotification = z
  .strictObject({
    id: z.string().describe('Id of the notification'),
    person: personRef.describe('Who was told'),
    office: key.describe('Office for which'),
    officeTitle: localised.describe('Title of the office'),
    kind: z.string().describe('Type of the event that is told'),
    position: z.number().int().describe('Position of that event in the ledger'),
    phase: phaseKey.nullable().describe('Key of the phase; null where the programme is meant'),
    phaseTitle: localised.nullable().describe('Title of the phase'),
    round: z.number().int().nullable().describe('Round'),
    rung: rung.optional().describe('Rung that was raised'),
    subject: z.string().describe('What was told, in the language of the reader of this list'),
    at: instant.describe('When, in the time of the programme'),
    recordedAt: instant.describe('When it was recorded, real time'),
    readAt: instant.nullable().describe('When it was read, real time'),
    email: z
      .strictObject({
        state: emailState.describe('`pending` waits for its first or a further attempt'),
        attempts: z.number().int().describe('Attempts so far'),
        nextAt: instant.optional().describe('Next attempt, real time; only while it waits'),
        lastError: z
          .enum([
            'server-away',
            'refused-for-now',
            'refused',
            'no-address',
            'address-invalid',
            'person-disabled',
            'rehearsal',
            'not-wordable',
            'other',
          ])
          .optional()
          .describe('Class of the last failure, or why none was sent'),
      })
      .describe('What became of the e-mail'),
  })
  .meta({ id: 'SentNotification', description: 'A notification of a programme, as it was sent' });

export const sentNotificationPage = pageOf('SentNotificationPage', sentNotification);
