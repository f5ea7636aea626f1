/** Calendars: their versions, their days, and what a proposed version would move. */
import { z } from 'zod';
import { calendarNotice, calendarOverride } from '../../programmes/calendar-schema.ts';
import {
  instant,
  key,
  listOf,
  localised,
  personRef,
  phaseKey,
  rung,
  sha256,
  uuid,
  titles,
} from './common.ts';
import { momentSchema } from './programmes.ts';

const day = z.iso.date();
const horizon = day.describe(
  'Last day for which a notice is published; later ones are provisional',
);
const versionNumber = z.number().int();

export const calendarParams = z.strictObject({ key: key.describe('Key of the calendar') });

export const daysQuery = z.strictObject({
  from: day.describe('First day, included'),
  to: day.describe('Last day, included; at most 400 days'),
});

export const calendarSummary = z
  .strictObject({
    key: key.describe('Key of the calendar'),
    version: versionNumber.describe('Latest version; new programmes go by it'),
    zone: z.string().describe('IANA zone of its days'),
    horizon,
    years: z.array(z.number().int()).describe('Years that are published'),
  })
  .meta({ id: 'CalendarSummary', description: 'A calendar as it stands' });

export const calendarList = listOf('CalendarList', calendarSummary);

const noticeRef = z
  .strictObject({
    number: z.string().describe('Number of the notice'),
    title: z.string().describe('Title of the notice'),
    issuedOn: day.describe('Day of issue'),
  })
  .meta({ id: 'CalendarNoticeRef', description: 'A notice on which a year rests' });

const namedWindow = z.strictObject({
  from: day.describe('First day off'),
  to: day.describe('Last day off'),
  name: localised.describe('What it is called'),
});

const yearSchema = z
  .strictObject({
    year: z.number().int().describe('Year'),
    notice: noticeRef.describe('Its first notice'),
    amendments: z.array(noticeRef).optional().describe('Later notices, already worked in'),
    holidays: z.array(namedWindow).describe('Days off'),
    makeUpWorkdays: z.array(day).describe('Days of the weekend that are worked'),
  })
  .meta({ id: 'CalendarYear', description: 'A published year' });

const publicationSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('shipped').describe('Came with the program'),
      version: versionNumber.describe('Version'),
    }),
    z.strictObject({
      kind: z.literal('notice').describe('By the notice of a year'),
      version: versionNumber.describe('Version'),
      year: z.number().int().describe('Year'),
      number: z.string().describe('Number of the notice'),
      title: z.string().describe('Title of the notice'),
      amends: z.boolean().describe('Whether the year had been published before'),
    }),
    z.strictObject({
      kind: z.literal('override').describe('By a document of the place'),
      version: versionNumber.describe('Version'),
      number: z.string().describe('Number of the document'),
      days: z
        .array(
          z.strictObject({
            date: day.describe('Day'),
            off: z.boolean().describe('Whether it is off'),
          }),
        )
        .describe('Days that were settled'),
    }),
  ])
  .meta({ id: 'CalendarPublication', description: 'What made a version' });

const versionSchema = z
  .strictObject({
    version: versionNumber.describe('Version'),
    publication: publicationSchema.describe('What made it'),
    reason: z.string().nullable().describe('Why, where a reason was given'),
    publishedAt: instant.describe('When'),
    publishedBy: personRef.nullable().describe('Who; null for what came with the program'),
    sha256: sha256.describe('SHA-256 of its canonical body'),
  })
  .meta({ id: 'CalendarVersion', description: 'A version of a calendar' });

export const calendarSchema = z
  .strictObject({
    key: key.describe('Key of the calendar'),
    version: versionNumber.describe('Latest version'),
    zone: z.string().describe('IANA zone of its days'),
    weekend: z.array(z.number().int()).describe('ISO days of the week that are off, 7 is Sunday'),
    horizon,
    years: z.array(yearSchema).describe('Published years'),
    overrides: z
      .array(
        z.strictObject({
          date: day.describe('Day'),
          off: z.boolean().describe('Whether it is off'),
          name: localised.describe('What it is called'),
          documentNumber: z.string().describe('Number of the document'),
        }),
      )
      .describe('Days that the place settled for itself'),
    versions: z.array(versionSchema).describe('The latest first, at most 200'),
  })
  .meta({ id: 'Calendar', description: 'A calendar with its years and versions' });

export const dayList = listOf(
  'CalendarDayList',
  z
    .strictObject({
      date: day.describe('Day'),
      working: z.boolean().describe('Whether it is worked'),
      why: z
        .enum(['weekday', 'weekend', 'holiday', 'make-up', 'override'])
        .describe('What decides it'),
      name: localised.nullable().describe('Of the holiday or of what the place settled'),
      documentNumber: z.string().nullable().describe('Document on which it rests'),
      provisional: z.boolean().describe('Whether a notice yet to come may change it'),
    })
    .meta({ id: 'CalendarDay', description: 'A day of a calendar' }),
);

export const publishedSchema = z
  .strictObject({
    key: key.describe('Key of the calendar'),
    version: versionNumber.describe('Version that was published'),
    horizon,
    publication: publicationSchema.describe('What made it'),
  })
  .meta({ id: 'CalendarPublished', description: 'A version that was published' });

export const previewBody = z
  .strictObject({
    notice: calendarNotice.optional().describe('Either a notice'),
    override: calendarOverride.optional().describe('or days that the place settles'),
  })
  .refine(({ notice, override }) => (notice === undefined) !== (override === undefined))
  .meta({ id: 'CalendarProposal', description: 'What is proposed: a notice or an override' });

const movedMoment = momentSchema
  .omit({ at: true, realAt: true })
  .extend({
    before: instant
      .nullable()
      .describe('When so far, in the time of the programme; null where it was not planned'),
    after: instant
      .nullable()
      .describe('When then; at once where that has passed, and null where it is dropped'),
  })
  .meta({
    id: 'MovedMoment',
    description: 'A reminder, a rung or another moment that a new version moves',
  });

export const previewSchema = z
  .strictObject({
    key: key.describe('Key of the calendar'),
    onVersion: versionNumber.describe('Version on which the preview rests'),
    horizonBefore: horizon,
    horizonAfter: horizon,
    examined: z.number().int().describe('Programmes under way that were looked at'),
    affected: z.number().int().describe('Programmes of which a date moves or becomes certain'),
    truncated: z.boolean().describe('Whether there is more than what is listed'),
    programmes: z
      .array(
        z
          .strictObject({
            programmeId: uuid.describe('Id of the programme'),
            ...titles,
            definition: z
              .strictObject({
                key: key.describe('Key of the definition'),
                version: versionNumber.describe('Version of the definition'),
              })
              .describe('What it runs'),
            changes: z
              .array(
                z.strictObject({
                  phase: z.string().describe('Key of the phase'),
                  round: z.number().int().describe('Round'),
                  dueOnBefore: day.describe('Due day so far'),
                  dueOnAfter: day.describe('Due day then'),
                  dueAt: instant.describe('Due instant then'),
                  why: z.enum(['due-rule', 'rework']).describe('How it is counted'),
                }),
              )
              .describe('Due days that move'),
            answers: z
              .array(
                z.strictObject({
                  phase: z.string().describe('Key of the phase'),
                  round: z.number().int().describe('Round'),
                  rung: rung.describe('Rung that is to be answered'),
                  escalationId: z.string().describe('Id of the escalation'),
                  answerDueOnBefore: day.describe('Day so far'),
                  answerDueOnAfter: day.describe('Day then'),
                }),
              )
              .describe('Answers that are owed on another day'),
            confirmed: z
              .array(z.string().describe('Key of the phase'))
              .describe('Phases whose provisional due day becomes certain and stays'),
            moments: z.array(movedMoment).describe('What fires at another instant; at most 100'),
            momentCount: z.number().int().describe('How many of those there are in all'),
            phases: z
              .array(
                z.strictObject({
                  key: phaseKey.describe('Key of the phase'),
                  title: localised.describe('Title of the phase'),
                }),
              )
              .describe('The phases that are named here'),
          })
          .meta({ id: 'CalendarRecount', description: 'What moves in one programme' }),
      )
      .describe('At most 200'),
  })
  .meta({ id: 'CalendarPreview', description: 'What a proposed version would move' });
