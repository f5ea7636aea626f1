/** What stands in slots, phases and tasks of who acts. */
import { z } from 'zod';
import { instant, key, localDate, localised, personRef } from './common.ts';

export const consultationStatus = z.enum(['open', 'answered', 'closed']);

/** Of something that one is asked. */
export const actingField = {
  actingOffice: key
    .optional()
    .describe('Set where the office is vacant: the office for which one may act in its place'),
} as const;

/** Of a slot: how it came to its office, and what it waits for. */
export const slotHands = {
  transferredFrom: z
    .array(key)
    .optional()
    .describe('Offices that had the slot before, the first one first'),
  addedBy: z
    .strictObject({
      office: key.describe('Office of the slot that asked for this signer'),
      place: z.enum(['before', 'after', 'beside']).describe('Where it stands to that slot'),
    })
    .optional()
    .describe('Set for a slot that the paper does not name'),
  vacant: z.boolean().optional().describe('Whether nobody holds the office now; absent if held'),
  actingOffice: key
    .optional()
    .describe('Office that acts, or acted, in the place of the vacant one; absent if none can'),
  waitingFor: key.optional().describe('Office whose opinion the open slot waits for'),
  consultations: z
    .array(
      z.strictObject({
        id: z.string().describe('Id of the consultation'),
        office: key.describe('Office that was asked'),
        title: localised.describe('Title of the office that was asked'),
        status: consultationStatus.describe('How far it is'),
        question: z.string().describe('What was asked'),
        answer: z.string().optional().describe('The opinion given'),
        by: personRef.optional().describe('Who answered'),
        at: instant.optional().describe('When it was answered'),
      }),
    )
    .optional()
    .describe('Opinions asked for this slot in the present round'),
} as const;

/** Of a phase: who leads, who takes part, and when it was last urged by hand. */
export const phaseHands = {
  lead: key.describe('Office that leads 牵头'),
  coOrganisers: z
    .array(
      z.strictObject({
        office: key.describe('Office that takes part 协办'),
        title: localised.describe('Title of the office'),
        innerDueOn: localDate.describe('Last day for its part, included'),
        status: z.enum(['owing', 'done']).describe('Whether its part is in and passes its checks'),
        overdue: z.boolean().describe('Whether its part is owed after the inner date'),
        missed: z.boolean().describe('Whether the inner date of this round was recorded as missed'),
      }),
    )
    .describe('Offices with inner dates before the due day'),
  urgedAt: instant.optional().describe('When it was last urged by hand'),
} as const;
