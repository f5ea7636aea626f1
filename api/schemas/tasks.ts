/** The inbox: tasks, their sheets, and what one's offices owe. */
import { z } from 'zod';
import {
  decisionKind,
  instant,
  key,
  listOf,
  localised,
  pageOf,
  pageQuery,
  personRef,
  phaseKey,
  programmeTitles,
  rung,
  uuid,
} from './common.ts';
import { actingField } from './hands-fields.ts';
import { deliverableSchema, stepSchema } from './programmes.ts';

export const TASK_ID =
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z0-9@-]+\.[1-9]\d{0,5}\.[a-z0-9-]+\.[a-z0-9-]+$/;

export const taskParams = z.strictObject({
  id: z
    .string()
    .max(400)
    .regex(TASK_ID)
    .describe('Id of the task: `<programme>.<phase>.<round>.<step>.<office>`'),
});

export const tasksQuery = z.strictObject({
  ...pageQuery,
  scope: z
    .enum(['mine', 'offices', 'delegated', 'done'])
    .default('mine')
    .describe('`mine` leaves out what one may not sign; `offices` has it all'),
  programme: uuid.optional().describe('Only of this programme'),
  phase: phaseKey.optional().describe('Only of phases with this key'),
});

const taskFields = {
  id: z.string().describe('Id of the task'),
  programmeId: z.string().describe('Id of the programme'),
  ...programmeTitles,
  rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
  phase: phaseKey.describe('Key of the phase'),
  phaseTitle: localised.describe('Title of the phase'),
  round: z.number().int().describe('Round'),
  step: key.describe('Key of the step'),
  stepTitle: localised.describe('Title of the step'),
  office: key.describe('Office that is asked'),
  officeTitle: localised.describe('Title of the office'),
  status: z.enum(['open', 'done', 'cancelled']).describe('Whether it is still asked for'),
  openedAt: instant.describe('Since when, in the time of the programme'),
  dueAt: instant.describe('First instant after the due day, in the time of the programme'),
  overdue: z.boolean().describe('Whether it is due and still open'),
  decision: decisionKind.optional().describe('What was decided'),
  decidedAt: instant.optional().describe('When it was decided'),
  ...actingField,
} as const;

export const taskSchema = z
  .strictObject(taskFields)
  .meta({ id: 'Task', description: 'Something to be decided' });

export const taskPage = pageOf('TaskPage', taskSchema);

export const opinionSchema = z
  .strictObject({
    round: z.number().int().describe('Round'),
    step: key.describe('Key of the step'),
    office: key.describe('Office'),
    officeTitle: localised.describe('Title of the office'),
    decision: decisionKind.describe('What was decided'),
    opinion: z.string().optional().describe('The opinion given'),
    by: personRef.describe('Who decided'),
    at: instant.describe('When'),
  })
  .meta({ id: 'Opinion', description: 'A decision made earlier in the phase' });

export const taskSheet = z
  .strictObject({
    ...taskFields,
    asked: localised.describe('What is asked, in a sentence'),
    policy: localised.describe('The policy of the step, and how far it is'),
    next: z.array(key).describe('Offices whose decision is open now'),
    currentStep: stepSchema.describe('The step with its slots'),
    deliverables: z.array(deliverableSchema).describe('What is to be judged, with its hashes'),
    opinions: z.array(opinionSchema).describe('Decisions of this and earlier rounds'),
    returnTargets: z.array(phaseKey).describe('Phases that a return may go to'),
    position: z.number().int().describe('Position of the programme'),
  })
  .meta({ id: 'TaskSheet', description: 'All that one needs to decide' });

export const owedQuery = z.strictObject({
  scope: z.enum(['mine']).default('mine').describe('Of the offices that one holds'),
});

export const owedDeliverable = z
  .strictObject({
    programmeId: z.string().describe('Id of the programme'),
    ...programmeTitles,
    rehearsal: z.boolean().describe('Whether it is of a rehearsal'),
    phase: phaseKey.describe('Key of the phase'),
    phaseTitle: localised.describe('Title of the phase'),
    round: z.number().int().describe('Round'),
    dueAt: instant.describe('First instant after the due day'),
    overdue: z.boolean().describe('Whether it is due and not handed in'),
    ...actingField,
    deliverable: deliverableSchema.describe('What is owed'),
  })
  .meta({ id: 'OwedDeliverable', description: 'A deliverable of an open phase' });

export const owedList = listOf('OwedDeliverableList', owedDeliverable);

export const escalationParams = z.strictObject({
  id: z
    .string()
    .max(300)
    .regex(
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z0-9@-]+\.[1-9]\d{0,5}\.(?:urge|supervise|circulate|accountability)$/,
    )
    .describe('Id of the escalation: `<programme>.<phase>.<round>.<rung>`'),
});

export const escalationSchema = z
  .strictObject({
    id: z.string().describe('Id of the escalation'),
    phase: phaseKey.describe('Key of the phase'),
    phaseTitle: localised.describe('Title of the phase'),
    round: z.number().int().describe('Round'),
    rung: rung.describe('Rung that was raised'),
    title: localised.describe('Title of the rung'),
    plannedAt: instant.describe('When it was planned'),
    raisedAt: instant.describe('When it was raised'),
    responsible: z.array(key).describe('Offices that hold the phase up'),
    answerDueOn: z.string().describe('Day by which an answer is owed'),
    answer: z.string().optional().describe('The answer given'),
    answeredBy: personRef.optional().describe('Who answered'),
    answeredOffice: key.optional().describe('For which office'),
    answeredAt: instant.optional().describe('When it was answered'),
    answerOverdue: z.boolean().describe('Whether the day of the answer has passed without one'),
    answeredLate: z.boolean().describe('Whether it was answered after that day'),
    review: z
      .strictObject({
        id: z.string().describe('Id of the review'),
        status: z.enum(['open', 'upheld', 'struck']).describe('What became of it'),
        grounds: z.string().describe('Why the rung was wrong, as the office sees it'),
        office: key.describe('Office that asked for it'),
        decider: key.optional().describe('Office that decides'),
        dueOn: z.string().nullable().describe('Day by which it should be decided'),
        decidedBy: personRef.optional().describe('Who decided'),
        decidedAt: instant.optional().describe('When it was decided'),
        opinion: z.string().optional().describe('The opinion given'),
      })
      .optional()
      .describe('An appeal against the rung'),
    appealUntil: z
      .string()
      .optional()
      .describe('Last day of an appeal by a responsible office; absent where none can be made'),
    struck: z.boolean().describe('Whether a review did not uphold it'),
    accountability: z
      .strictObject({
        status: z.enum(['proposed', 'decided', 'struck']).describe('A proposal until decided'),
        decider: key.optional().describe('Office that decides'),
        measure: z.string().optional().describe('What a person decided'),
        decidedBy: personRef.optional().describe('Who decided'),
        decidedAt: instant.optional().describe('When it was decided'),
        opinion: z.string().optional().describe('The opinion given'),
      })
      .optional()
      .describe('Only of the rung `accountability`'),
  })
  .meta({ id: 'Escalation', description: 'A rung that was raised' });

export const escalationList = listOf('EscalationList', escalationSchema);
