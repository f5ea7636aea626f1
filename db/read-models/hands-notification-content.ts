/** What stored notifications of transfers, signers, consultations, copies and urging tell. */
import { z } from 'zod';

const place = { phase: z.string(), round: z.int() };
const inStep = { ...place, step: z.string() };

export const handsContents = [
  z.object({
    kind: z.literal('SlotTransferred'),
    data: z.object({ ...inStep, from: z.string(), to: z.string() }),
  }),
  z.object({
    kind: z.literal('SignerAdded'),
    data: z.object({
      ...inStep,
      office: z.string(),
      signer: z.string(),
      place: z.enum(['before', 'after', 'beside']),
    }),
  }),
  z.object({
    kind: z.literal('ConsultationAsked'),
    data: z.object({ ...inStep, office: z.string(), consulted: z.string() }),
  }),
  z.object({
    kind: z.literal('ConsultationAnswered'),
    data: z.object({ ...inStep, office: z.string(), asker: z.string() }),
  }),
  z.object({
    kind: z.literal('PhaseCopied'),
    data: z.object({ ...place, office: z.string() }),
  }),
  z.object({
    kind: z.literal('PhaseUrged'),
    data: z.object({ ...place, office: z.string(), responsible: z.array(z.string()) }),
  }),
  z.object({
    kind: z.literal('InnerDateMissed'),
    data: z.object({
      ...place,
      office: z.string(),
      innerDueOn: z.iso.date(),
      lead: z.string(),
    }),
  }),
] as const;
