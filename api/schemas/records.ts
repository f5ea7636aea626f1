/** Reading the record: events, verification, notifications, contents, files, the workflow view, health. */
import { z } from 'zod';
import {
  fileRef,
  instant,
  key,
  localised,
  pageInfo,
  pageOf,
  pageQuery,
  phaseKey,
  programmeTitles,
  rung,
  sha256,
  uuid,
} from './common.ts';
import { deliverableSchema } from './programmes.ts';
import { workflowDetails } from './workflow.ts';

export const position = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const eventsQuery = z.strictObject({
  after: position
    .optional()
    .describe('Position of the last entry that was read, in the order asked for'),
  limit: pageQuery.limit,
  order: z.enum(['oldest', 'newest']).default('oldest').describe('Which entry comes first'),
  type: z
    .string()
    .max(2_000)
    .regex(/^[A-Za-z]+(?:,[A-Za-z]+)*$/)
    .transform((types) => types.split(','))
    .optional()
    .describe('Only entries of these types, with commas between them'),
  actor: z
    .string()
    .regex(/^(?:clock|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
    .optional()
    .describe('Only what this person did, by id, or `clock`'),
  phase: phaseKey
    .optional()
    .describe('Only what happened in this phase, returns to it from later ones included'),
  from: instant.optional().describe('Only what happened at or after this instant'),
  until: instant.optional().describe('Only what happened before this instant'),
});

export const eventSchema = z
  .strictObject({
    position: z.number().int().describe('Position in the stream, from 1'),
    type: z.string().describe('What happened'),
    at: instant.describe('When it happened, in the time of the programme'),
    recordedAt: instant.describe('When it was recorded, real time'),
    actor: z.string().describe('Id of the person, or `clock`'),
    onBehalfOf: z
      .string()
      .optional()
      .describe('The vacant office in whose place another office acted'),
    data: z.unknown().describe('What belongs to the type'),
    hash: sha256.describe('Hash over the stored bytes and the hash before'),
    prevHash: sha256.describe('Hash of the entry before'),
  })
  .meta({ id: 'Event', description: 'An entry of the audit trail' });

export const people = z
  .record(z.string(), localised)
  .describe('Names of the people who are named here, by id');

export const eventPage = z
  .strictObject({
    items: z.array(eventSchema).describe('One page of the list'),
    page: pageInfo.describe('Where the page ends'),
    people,
  })
  .meta({ id: 'EventPage', description: 'A page of the audit trail' });

export const verificationQuery = z.strictObject({
  programme: uuid.describe('Id of the programme'),
});

export const verificationSchema = z
  .strictObject({
    ok: z.boolean().describe('Whether the chain holds and ends where it should'),
    entries: z.number().int().describe('How many entries hold, from the first'),
    head: z.string().describe('Hash of the last good entry'),
    firstBad: z.number().int().optional().describe('Position of the first bad entry'),
    reason: z
      .enum([
        'position-gap',
        'stream-differs',
        'link-broken',
        'hash-differs',
        'bytes-unreadable',
        'suite-unknown',
        'column-differs',
        'tail-missing',
        'tail-unexpected',
        'head-differs',
      ])
      .optional()
      .describe('What is wrong with it'),
    column: z.string().optional().describe('The column that was changed, where one can be named'),
  })
  .meta({ id: 'Verification', description: 'Verification of an audit trail' });

export const notificationsQuery = z.strictObject({
  ...pageQuery,
  unread: z.enum(['true', 'false']).optional().describe('`true`: only those not read'),
});

export const notificationParams = z.strictObject({
  id: z
    .string()
    .max(400)
    .regex(/^[A-Za-z0-9._-]+$/)
    .describe('Id of the notification'),
});

export const notificationSchema = z
  .strictObject({
    id: z.string().describe('Id of the notification'),
    kind: z.string().describe('Type of the event that is told'),
    programmeId: z.string().describe('Id of the programme'),
    ...programmeTitles,
    rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
    phase: phaseKey
      .nullable()
      .describe('Key of the phase; null where the whole programme is meant'),
    round: z.number().int().nullable().describe('Round'),
    rung: rung.optional().describe('Rung that was raised'),
    office: key.describe('Office for which one is told'),
    subject: z.string().describe('In the language of the reader'),
    text: z.string().describe('In the language of the reader'),
    at: instant.describe('When, in the time of the programme'),
    recordedAt: instant.describe('When it was recorded, real time'),
    readAt: instant.nullable().describe('When it was read'),
    email: z
      .enum(['none', 'pending', 'sent', 'failed-for-good'])
      .describe('What became of the e-mail'),
  })
  .meta({ id: 'Notification', description: 'What a person was told' });

export const notificationPage = pageOf('NotificationPage', notificationSchema);

export const readSchema = z
  .strictObject({
    id: z.string().describe('Id of the notification'),
    readAt: instant.describe('When it was first read'),
  })
  .meta({ id: 'NotificationRead', description: 'A notification was read' });

export const contentSchema = deliverableSchema
  .extend({
    phase: phaseKey.describe('Key of the phase'),
    round: z.number().int().describe('Round in which it was handed in'),
    data: z.unknown().optional().describe('The structured data handed in'),
  })
  .meta({ id: 'DeliverableContent', description: 'A deliverable with all that was handed in' });

export const fileParams = z.strictObject({ sha256 });

export const fileQuery = z.strictObject({
  name: fileRef.shape.name.optional().describe('Name under which to download'),
});

export const storedFile = z
  .strictObject({ sha256, status: z.enum(['stored', 'already']).describe('Whether it was new') })
  .meta({ id: 'StoredFile', description: 'A file in the evidence store' });

export const workflowSchema = z
  .looseObject({
    workflowId: z.string().describe('Id of the workflow'),
    reachable: z.boolean().describe('Whether Temporal answered'),
    agrees: z.boolean().describe('Whether Temporal holds what the ledger expects'),
    differences: z.array(localised).describe('Where they differ'),
    ...workflowDetails,
  })
  .meta({ id: 'WorkflowView', description: 'What Temporal holds, beside the ledger' });

export const healthSchema = z
  .strictObject({
    status: z.enum(['ok', 'degraded', 'unavailable']).describe('In one word'),
    checks: z
      .record(z.string(), z.enum(['ok', 'failed']))
      .describe('Each thing that was looked at'),
  })
  .meta({ id: 'Health', description: 'State of the service' });

export const liveSchema = z
  .strictObject({ status: z.enum(['ok']).describe('The process answers') })
  .meta({ id: 'Liveness', description: 'The process answers' });
