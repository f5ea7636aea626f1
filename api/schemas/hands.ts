/** Who acts: transfers, further signers, consultations, copies, urging, and what was asked and copied. */
import { z } from 'zod';
import { phaseAct } from './acts.ts';
import {
  instant,
  key,
  listOf,
  localised,
  pageOf,
  pageQuery,
  personRef,
  programmeTitles,
  uuid,
  writtenText,
} from './common.ts';
import { actingField, consultationStatus } from './hands-fields.ts';

const PHASE = '[a-z0-9]+(?:-[a-z0-9]+)*(?:@[a-z0-9]+(?:-[a-z0-9]+)*)?';
const CONSULTATION_ID = new RegExp(
  `^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.${PHASE}\\.[1-9]\\d{0,5}\\.[a-z0-9-]+\\.[1-9]\\d{0,5}$`,
);

/** Also of a period of a duty or a target of an indicator. */
const phaseKey = z
  .string()
  .max(150)
  .regex(new RegExp(`^${PHASE}$`));

export const phaseParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  phase: phaseKey.describe('Key of the phase'),
});

export const consultationParams = z.strictObject({
  id: z
    .string()
    .max(400)
    .regex(CONSULTATION_ID)
    .describe('Id of the consultation: `<programme>.<phase>.<round>.<step>.<number>`'),
});

const reason = writtenText(2000).describe('Why');

export const transferBody = z
  .strictObject({ office: key.describe('Office that takes the slot'), reason })
  .meta({ id: 'Transfer', description: 'A slot given to another office 转办' });

export const signerBody = z
  .strictObject({
    office: key.describe('Office that is to sign as well'),
    place: z
      .enum(['before', 'after', 'beside'])
      .describe('Whether it signs before this slot, after it, or at the same time'),
    reason,
  })
  .meta({ id: 'AddSigner', description: 'A further signer 加签' });

export const signerRemovalBody = z
  .strictObject({ office: key.describe('Office that need not sign any more'), reason })
  .meta({ id: 'RemoveSigner', description: 'A signer taken back 减签' });

export const consultBody = z
  .strictObject({
    office: key.describe('Office whose opinion is asked'),
    question: writtenText(2000).describe('What is asked'),
  })
  .meta({ id: 'Consult', description: 'A question to another office before deciding 委派' });

export const consultationAnswerBody = z
  .strictObject({ answer: writtenText(5000).describe('Opinion of the consulted office') })
  .meta({ id: 'AnswerConsultation', description: 'Answer to a consultation' });

const note = writtenText(2000).nullable().default(null);

export const copyBody = z
  .strictObject({
    office: key.describe('Office that is to know'),
    note: note.describe('A word with it'),
  })
  .meta({ id: 'CopyPhase', description: 'A copy for information 抄送' });

export const urgeBody = z
  .strictObject({ note: note.describe('A word with it') })
  .default({ note: null })
  .meta({ id: 'UrgePhase', description: 'Urging by hand 催办' });

export const consultationAct = phaseAct
  .extend({ consultation: z.string().describe('Id of the consultation') })
  .meta({ id: 'ConsultationAct', description: 'A question that was put, and how all stands' });

export const consultationSchema = z
  .strictObject({
    id: z.string().describe('Id of the consultation'),
    programmeId: z.string().describe('Id of the programme'),
    ...programmeTitles,
    rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
    phase: phaseKey.describe('Key of the phase'),
    phaseTitle: localised.describe('Title of the phase'),
    round: z.number().int().describe('Round'),
    step: key.describe('Key of the step'),
    office: key.describe('Office of the slot that asks'),
    officeTitle: localised.describe('Title of the office that asks'),
    consulted: key.describe('Office that is asked'),
    consultedTitle: localised.describe('Title of the office that is asked'),
    status: consultationStatus.describe('Closed when the asker waits for it no longer'),
    question: z.string().describe('What is asked'),
    askedBy: personRef.describe('Who asked'),
    askedAt: instant.describe('When, in the time of the programme'),
    answer: z.string().optional().describe('The opinion given'),
    answeredBy: personRef.optional().describe('Who answered'),
    answeredAt: instant.optional().describe('When it was answered'),
    ...actingField,
  })
  .meta({ id: 'Consultation', description: 'A question put to another office before a decision' });

export const consultationList = listOf('ConsultationList', consultationSchema);

export const copySchema = z
  .strictObject({
    id: z.string().describe('Id of the copy'),
    programmeId: z.string().describe('Id of the programme'),
    ...programmeTitles,
    rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
    phase: phaseKey.describe('Key of the phase'),
    phaseTitle: localised.describe('Title of the phase'),
    round: z.number().int().describe('Round'),
    office: key.describe('Office that it was copied to'),
    from: key.describe('Office that copied it'),
    fromTitle: localised.describe('Title of the office that copied it'),
    note: z.string().optional().describe('A word with it'),
    by: personRef.describe('Who copied it'),
    at: instant.describe('When, in the time of the programme'),
  })
  .meta({ id: 'Copy', description: 'A phase copied for information' });

export const copyPage = pageOf('CopyPage', copySchema);

export const copiesQuery = z.strictObject(pageQuery);
