/** The governance of time: bodies of its acts, what they answer, pending decisions and circulars. */
import { z } from 'zod';
import { phaseAct, programmeAct } from './acts.ts';
import {
  instant,
  key,
  listOf,
  localDate,
  localised,
  pageOf,
  pageQuery,
  personRef,
  phaseKey,
  programmeTitles,
  rung,
  uuid,
  writtenText,
} from './common.ts';

const PROGRAMME_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PLACE = `${PROGRAMME_ID}\\.[a-z0-9@-]+\\.[1-9]\\d{0,5}`;
const RUNGS = '(?:urge|supervise|circulate|accountability)';
const LONGEST_ID = 400;

export const measure = z
  .enum(['none', 'talk', 'criticism', 'discipline-referral'])
  .meta({ id: 'Measure', description: '不予问责 谈话提醒 批评教育 移送纪检机关' });

export const extensionParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  extension: z
    .string()
    .max(LONGEST_ID)
    .regex(new RegExp(`^${PLACE}\\.extension-\\d{1,15}$`))
    .describe('Id of the request: `<programme>.<phase>.<round>.extension-<position>`'),
});

export const phaseParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  phase: phaseKey.describe('Key of the phase'),
});

export const reviewParams = z.strictObject({
  id: z
    .string()
    .max(LONGEST_ID)
    .regex(new RegExp(`^${PLACE}\\.${RUNGS}\\.review$`))
    .describe('Id of the review: `<escalation>.review`'),
});

export const escalatedParams = z.strictObject({
  id: z
    .string()
    .max(LONGEST_ID)
    .regex(new RegExp(`^${PLACE}\\.${RUNGS}$`))
    .describe('Id of the escalation: `<programme>.<phase>.<round>.<rung>`'),
});

const round = z.number().int().min(1);

export const extensionBody = z
  .strictObject({
    phase: phaseKey.describe('Open phase whose due day is to be moved'),
    round: round.describe('Its round, as one sees it'),
    reason: writtenText(2000).describe('Why'),
    progress: writtenText(2000).describe('How far the work has come'),
    dueOn: localDate.describe('The new due day that is asked for'),
  })
  .meta({ id: 'ExtensionRequest', description: 'A request for a later due day' });

export const extensionDecisionBody = z
  .strictObject({
    grant: z.boolean().describe('Whether it is granted'),
    dueOn: localDate
      .optional()
      .describe('An earlier day than the one asked for; only with a grant'),
    opinion: z
      .string()
      .trim()
      .max(2000)
      .nullable()
      .default(null)
      .describe('Mandatory unless granting'),
  })
  .meta({ id: 'ExtensionDecision', description: 'A decision about an extension' });

export const goodCauseBody = z
  .strictObject({
    round: round.describe('Round of the phase, as one sees it'),
    reason: writtenText(2000).describe('The good cause'),
  })
  .meta({ id: 'GoodCause', description: 'A good cause for a delay' });

export const reviewBody = z
  .strictObject({ grounds: writtenText(5000).describe('Why the rung was wrong') })
  .meta({ id: 'ReviewRequest', description: 'An appeal against a rung' });

export const reviewDecisionBody = z
  .strictObject({
    upheld: z.boolean().describe('Whether the rung stands'),
    opinion: writtenText(5000).describe('Why'),
  })
  .meta({ id: 'ReviewDecision', description: 'A decision about an appeal' });

export const accountabilityBody = z
  .strictObject({
    measure: measure.describe('What is decided; the system does nothing by itself'),
    opinion: writtenText(5000).describe('Why'),
  })
  .meta({ id: 'AccountabilityDecision', description: 'A decision about a proposal' });

export const extensionAct = phaseAct
  .extend({
    extension: z
      .strictObject({
        id: z.string().describe('Id of the request'),
        status: z
          .enum(['requested', 'refused-late'])
          .describe(
            '`refused-late`: it came after the due instant, is on record and has no effect',
          ),
        decider: key.optional().describe('Office that decides'),
        from: localDate.describe('The present due day'),
        to: localDate.describe('The day asked for'),
        message: localised.describe('What comes of it'),
      })
      .describe('The request'),
  })
  .meta({ id: 'ExtensionAct', description: 'A request for an extension, and how all stands' });

export const reviewAct = programmeAct
  .extend({
    review: z
      .strictObject({
        id: z.string().describe('Id of the review'),
        decider: key.describe('Office that decides'),
        dueOn: localDate.describe('Day by which it should be decided'),
      })
      .describe('The review'),
  })
  .meta({ id: 'ReviewAct', description: 'An appeal against a rung' });

export const pendingDecision = z
  .strictObject({
    id: z.string().describe('Id of the extension, the review or the proposal'),
    kind: z.enum(['extension', 'review', 'accountability']).describe('What is to be decided'),
    decideAt: z.string().describe('Address to which the decision is posted'),
    programmeId: z.string().describe('Id of the programme'),
    ...programmeTitles,
    rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
    phase: phaseKey.describe('Key of the phase'),
    phaseTitle: localised.describe('Title of the phase'),
    round: z.number().int().describe('Round'),
    office: key.describe('Office that decides'),
    officeTitle: localised.describe('Title of the office'),
    askedBy: personRef.optional().describe('Who asked; nobody where the ladder proposes'),
    askedOffice: key.optional().describe('For which office'),
    askedAt: instant.describe('Since when'),
    dueOn: localDate.nullable().describe('Day by which it is to be decided'),
    rung: rung.optional().describe('The rung it is about'),
    reason: z.string().optional().describe('Reason or grounds given'),
    progress: z.string().optional().describe('How far the work has come'),
    from: localDate.optional().describe('The due day that is to be moved'),
    to: localDate.optional().describe('The due day that is asked for'),
  })
  .meta({ id: 'PendingDecision', description: 'A matter of time that waits for one’s office' });

export const pendingList = listOf('PendingDecisionList', pendingDecision);

const days = {
  from: localDate.optional().describe('Raised on this day or later'),
  to: localDate.optional().describe('Raised on this day or earlier'),
};

export const programmeCircularsQuery = z.strictObject({ ...pageQuery, ...days });

export const circularsQuery = z.strictObject({
  ...pageQuery,
  ...days,
  programme: uuid.optional().describe('Only of this programme; needed for a rehearsal'),
  definition: key.optional().describe('Only of programmes of this definition'),
  phase: phaseKey.optional().describe('Only of this phase, or of this duty with all its periods'),
});

export const circular = z
  .strictObject({
    id: z.string().describe('Id of the escalation'),
    programmeId: z.string().describe('Id of the programme'),
    ...programmeTitles,
    rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
    phase: phaseKey.describe('Key of the phase'),
    phaseTitle: localised.describe('Title of the phase'),
    disclosure: z.boolean().describe('Whether the phase owes a disclosure 公开'),
    round: z.number().int().describe('Round'),
    rung: rung.describe('Rung that was raised'),
    offices: z
      .array(
        z.strictObject({
          office: key.describe('Responsible office'),
          title: localised.describe('Its title'),
        }),
      )
      .describe('Offices that held the phase up when it was raised'),
    dueOn: localDate.describe('The due day that was missed'),
    raisedOn: localDate.describe('Day on which it was raised'),
    raisedAt: instant.describe('When it was raised'),
    daysLate: z.number().int().describe('Calendar days from the due day to the day it was raised'),
    answered: z.boolean().describe('Whether the offices have answered'),
    answerMissed: z.boolean().describe('Whether the day of the answer passed without one'),
    review: z.enum(['none', 'open', 'upheld', 'struck']).describe('What became of an appeal'),
    revoked: z.boolean().describe('Struck by a review: it no longer counts against anybody'),
    accountability: z
      .strictObject({
        status: z.enum(['proposed', 'decided', 'struck']).describe('A proposal until decided'),
        measure: measure.optional().describe('What a person decided'),
      })
      .optional()
      .describe('Only of the rung `accountability`'),
  })
  .meta({ id: 'Circular', description: 'An entry of the list of circulars 通报' });

export const circularPage = pageOf('CircularPage', circular);
