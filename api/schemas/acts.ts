/** What people do in a programme: bodies of the acts, and what each act answers. */
import { z } from 'zod';
import {
  decisionKind,
  fileRef,
  key,
  phaseKey,
  phaseStatus,
  programmeStatus,
  uuid,
  writtenText,
} from './common.ts';
import { checkSchema } from './programmes.ts';

export const deliverableParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  phase: phaseKey.describe('Key of the phase'),
  deliverable: key.describe('Key of the deliverable'),
});

export const handInBody = z
  .strictObject({
    note: writtenText(10_000).nullable().default(null).describe('Text of the deliverable'),
    data: z.unknown().optional().describe('Structured data; see `schema` of the deliverable'),
    files: z.array(fileRef).max(1000).default([]).describe('Files uploaded before'),
  })
  .meta({ id: 'HandIn', description: 'What is handed in' });

export const decideBody = z
  .strictObject({
    decision: decisionKind.describe('What is decided'),
    opinion: z
      .string()
      .trim()
      .max(2000)
      .nullable()
      .default(null)
      .describe('Mandatory unless approving'),
    returnTo: phaseKey.optional().describe('Phase to return to; only with `return`'),
  })
  .meta({ id: 'Decide', description: 'A decision' });

export const reasonBody = z
  .strictObject({ reason: writtenText(2000).describe('Why') })
  .meta({ id: 'Reason', description: 'A reason' });

export const optionalReasonBody = z
  .strictObject({ reason: writtenText(2000).nullable().default(null).describe('Why') })
  .default({ reason: null })
  .meta({ id: 'OptionalReason', description: 'A reason, where there is one' });

export const returnBody = z
  .strictObject({
    phase: phaseKey.describe('Open phase that is returned'),
    returnTo: phaseKey
      .optional()
      .describe('This or an earlier phase; the phase itself when left out'),
    reason: writtenText(2000).describe('Why'),
  })
  .meta({ id: 'Return', description: 'A return by the owning office' });

export const answerBody = z
  .strictObject({ answer: writtenText(5000).describe('What the responsible office answers') })
  .meta({ id: 'EscalationAnswer', description: 'Answer to an escalation' });

export const programmeState = z
  .strictObject({
    id: z.string().describe('Id of the programme'),
    status: programmeStatus.describe('Status after the act'),
    position: z.number().int().describe('Position after the act'),
  })
  .meta({ id: 'ProgrammeState', description: 'How the programme stands' });

export const phaseState = z
  .strictObject({
    key: phaseKey.describe('Key of the phase'),
    status: phaseStatus.describe('Status after the act'),
    round: z.number().int().describe('Round after the act'),
  })
  .meta({ id: 'PhaseState', description: 'How the phase stands' });

const actFields = {
  id: z.string().describe('Id of the act'),
  position: z.number().int().describe('Position of its event in the ledger'),
  programme: programmeState.describe('The programme after the act'),
} as const;

export const programmeAct = z
  .strictObject(actFields)
  .meta({ id: 'ProgrammeAct', description: 'An act on a programme, and how it stands' });

export const phaseAct = z
  .strictObject({ ...actFields, phase: phaseState.describe('The phase after the act') })
  .meta({ id: 'PhaseAct', description: 'An act in a phase, and how all stands' });

export const handInAct = z
  .strictObject({
    ...actFields,
    phase: phaseState.describe('The phase after the act'),
    deliverable: z
      .strictObject({
        key: key.describe('Key of the deliverable'),
        status: z.enum(['due', 'handedIn', 'accepted']).describe('How far it is'),
        contentHash: z.string().nullable().describe('SHA-256 of the canonical content'),
        check: checkSchema.optional().describe('Result of its check'),
      })
      .describe('How the deliverable stands'),
  })
  .meta({ id: 'HandInAct', description: 'A hand-in, and how all stands' });
