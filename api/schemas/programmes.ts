/** Programmes: how one is started and how it is seen. */
import { z } from 'zod';
import { rolloutSummary, unitBody, unitParent, unitSetSummary } from './units.ts';
import {
  account,
  decisionKind,
  fileRef,
  instant,
  key,
  localDate,
  localised,
  pageOf,
  pageQuery,
  personRef,
  phaseKey,
  phaseStatus,
  programmeStatus,
  rung,
  titles,
  uuid,
  writtenText,
} from './common.ts';
import { ballotSchema, bodySchema, inquorateSchema } from './deliberation.ts';
import { dutySchema } from './duties.ts';
import { phaseHands, slotHands } from './hands-fields.ts';
import { indicatorSummary } from './indicators.ts';
import { extensionSchema } from './phase-extensions.ts';
import { pendingMigration } from './pending-migration.ts';
import { phasePressure } from './phase-pressure.ts';

export const startProgrammeBody = z
  .strictObject({
    definition: z
      .strictObject({
        key: key.describe('Key of the definition'),
        version: z.number().int().min(1).optional().describe('Version; the latest when left out'),
      })
      .describe('What is to be run'),
    startsOn: localDate.optional().describe('First day; the definition’s own when left out'),
    title: writtenText(200).optional().describe('Title; the definition’s own when left out'),
    clock: z
      .strictObject({
        speed: z
          .number()
          .min(1)
          .max(10_000_000)
          .describe('Seconds of the programme per real second'),
        holdSeconds: z
          .number()
          .min(0)
          .max(600)
          .default(0)
          .describe(
            'Real seconds for which the clock stands at its first instant, so that many unit programmes can begin',
          ),
        standIns: z
          .boolean()
          .default(false)
          .describe(
            'Whether every office that is given to nobody is held by a person of this rehearsal only, through whom whoever starts it may act',
          ),
      })
      .optional()
      .describe('Present means rehearsal'),
    offices: z
      .record(key, account)
      .optional()
      .describe(
        'Office key → account, for this programme and its unit programmes only; an office that only the unit programmes have is given once for all of them',
      ),
    unitSets: z
      .record(key, z.array(unitBody).max(2000))
      .optional()
      .describe(
        'Set → its units, frozen as the denominator; a rehearsal makes up what is left out',
      ),
    rollouts: z
      .record(key, z.array(key).max(2000))
      .optional()
      .describe('Roll-out → the units to which it is restricted; only with a clock'),
  })
  .meta({ id: 'StartProgramme', description: 'A programme to be started' });

export const definitionRef = z
  .strictObject({
    key: key.describe('Key of the definition'),
    version: z.number().int().describe('Version'),
  })
  .meta({ id: 'DefinitionRef', description: 'A published version' });

export const clockSchema = z
  .strictObject({
    anchor: instant.describe('What the programme’s clock showed at startedAt, and until runsFrom'),
    startedAt: instant.describe('Real instant at which it was started'),
    runsFrom: instant
      .optional()
      .describe('Real instant until which it stood at the anchor, where it did not run at once'),
    speed: z.number().describe('Seconds of the programme per real second'),
  })
  .meta({ id: 'Clock', description: 'The fast clock of a rehearsal' });

export const checkSchema = z
  .strictObject({
    ok: z.boolean().describe('Whether the data passed'),
    faults: z
      .array(
        z.strictObject({
          pointer: z.string().describe('JSON pointer into the data'),
          code: z.string().describe('Stable code'),
          message: localised.describe('Why it fails'),
        }),
      )
      .describe('Every failing row'),
  })
  .meta({ id: 'Check', description: 'Result of a check' });

export const slotSchema = z
  .strictObject({
    office: key.describe('Office whose place it is'),
    title: localised.describe('Title of the office'),
    status: z
      .enum(['waiting', 'open', 'decided', 'notRequired'])
      .describe('Whether it is asked, has decided, or is not needed any more'),
    decision: decisionKind.optional().describe('What was decided'),
    by: personRef.optional().describe('Who decided'),
    at: instant.optional().describe('When it was decided'),
    opinion: z.string().optional().describe('The opinion given'),
    ...slotHands,
    body: bodySchema.optional().describe('The body whose vote decides the slot'),
    ballot: ballotSchema.optional().describe('Its vote'),
    inquorate: z.array(inquorateSchema).optional().describe('Meetings to which too few came'),
  })
  .meta({ id: 'Slot', description: 'An office’s place in a step' });

export const stepSchema = z
  .strictObject({
    key: key.describe('Key of the step'),
    title: localised.describe('Title of the step'),
    status: z.enum(['waiting', 'open', 'approved', 'rejected']).describe('How far it is'),
    policy: localised.describe('The policy in a sentence, and how far it is'),
    slots: z.array(slotSchema).describe('The offices of the policy'),
  })
  .meta({ id: 'Step', description: 'A step of signing' });

export const deliverableSchema = z
  .strictObject({
    key: key.describe('Key of the deliverable'),
    title: localised.describe('Title'),
    clause: z.string().describe('Clause of the paper that names it'),
    kind: z
      .enum(['document', 'minutes', 'table', 'disclosure'])
      .describe('What kind of thing it is'),
    office: key.describe('Office that owes it'),
    status: z.enum(['due', 'handedIn', 'accepted']).describe('How far it is'),
    by: personRef.optional().describe('Who handed it in'),
    at: instant.optional().describe('When it was handed in'),
    contentHash: z.string().optional().describe('SHA-256 of the canonical content'),
    note: z.string().optional().describe('The text handed in'),
    files: z.array(fileRef).describe('The files handed in'),
    check: checkSchema.optional().describe('Result of its check'),
    schema: z.unknown().optional().describe('JSON Schema of its data'),
    example: z.unknown().optional().describe('Data that passes schema and check'),
    innerDueOn: localDate
      .optional()
      .describe('Last day for a co-organiser’s part, before the phase is due'),
    afterStep: key.optional().describe('Step after whose approval it is owed'),
    owedSince: localDate
      .optional()
      .describe('First day on which it was owed; absent while it is not owed'),
  })
  .meta({ id: 'Deliverable', description: 'A deliverable of a phase' });

export const phaseSchema = z
  .strictObject({
    key: phaseKey.describe('Key of the phase'),
    title: localised.describe('Title'),
    clause: z.string().describe('Clause of the paper'),
    round: z.number().int().describe('Round, from 1'),
    status: phaseStatus.describe('How far it is'),
    opensOn: localDate.describe('First day of its window'),
    dueOn: localDate.describe('Last day of the present round, included'),
    opensAt: instant.describe('First instant of its window'),
    dueAt: instant.describe('First instant after its due day'),
    overdue: z.boolean().describe('Whether it is due and not closed'),
    missed: z.boolean().describe('Whether the deadline of this round was missed'),
    openedAt: instant.optional().describe('When this round was opened'),
    closedAt: instant.optional().describe('When it was closed'),
    lapsedAt: instant.optional().describe('When it lapsed undone'),
    rungs: z.array(rung).describe('Rungs raised in this round'),
    climbStopped: z.boolean().describe('Whether a good cause has stopped the climb of this round'),
    extensions: z.array(extensionSchema).describe('Extensions asked for, oldest first'),
    steps: z.array(stepSchema).describe('Steps of signing'),
    deliverables: z.array(deliverableSchema).describe('What it owes'),
    ...phaseHands,
    pressure: phasePressure.optional().describe('Only of an open phase while the clock runs'),
  })
  .meta({ id: 'Phase', description: 'A phase of a programme' });

export const momentSchema = z
  .strictObject({
    kind: z
      .enum([
        'openPhase',
        'remind',
        'missDeadline',
        'escalate',
        'openPeriod',
        'lapse',
        'measure',
        'alignUnits',
        'missAnswer',
        'missInnerDate',
      ])
      .describe('What will happen'),
    phase: z.string().describe('Key of the phase; empty where it belongs to none'),
    round: z.number().int().describe('Round'),
    at: instant.describe('When, in the time of the programme'),
    realAt: instant.describe('When, in real time'),
    workdaysBefore: z.number().int().optional().describe('Working days before the due day'),
    rung: rung.optional().describe('Rung that will be raised'),
    office: key.optional().describe('Co-organiser whose inner date it is'),
  })
  .meta({ id: 'Moment', description: 'A planned instant' });

export const momentList = z
  .array(momentSchema)
  .meta({ id: 'MomentList', description: 'What is planned, soonest first' });

export const programmeFault = z
  .strictObject({
    code: z.enum(['office-vacant', 'date-provisional']).describe('Stable code'),
    office: key.optional().describe('Office that nobody holds'),
    actingOffice: key
      .optional()
      .describe('Office that acts in the place of the vacant one; absent when nobody can'),
    phase: phaseKey.optional().describe('Phase whose dates are provisional'),
    message: localised.describe('What is wrong'),
  })
  .meta({ id: 'ProgrammeFault', description: 'A visible fault of a programme' });

const calendarRef = z
  .strictObject({
    key: key.describe('Key of the calendar'),
    version: z.number().int().describe('Version of the calendar'),
  })
  .meta({ id: 'CalendarRef', description: 'A version of a calendar' });

export const programmeSchema = z
  .strictObject({
    id: z.string().describe('Id of the programme'),
    definition: definitionRef.describe('What it runs'),
    ...titles,
    status: programmeStatus.describe('Status'),
    position: z.number().int().describe('Position of its last event, as in ETag'),
    startsOn: localDate.describe('First day'),
    rehearsal: z.boolean().describe('Whether it runs on a fast clock'),
    clock: clockSchema.nullable().describe('Null for a live programme'),
    now: instant.describe('What the programme’s clock shows'),
    startedBy: personRef.describe('Who started it'),
    calendar: calendarRef.describe('By which its working days are counted'),
    suspendedAt: instant.optional().describe('Since when its clock stands still'),
    phases: z
      .array(phaseSchema)
      .describe(
        'In the order of the definition, then the periods of duties that are open or just over',
      ),
    duties: z.array(dutySchema).describe('Duties that come back, in the order of the definition'),
    indicators: z
      .array(indicatorSummary)
      .describe('Indicators with their targets, in the order of the definition'),
    nextMoment: momentSchema.nullable().describe('What happens next by itself'),
    migration: pendingMigration
      .nullable()
      .describe('A move to another version that awaits a decision'),
    faults: z.array(programmeFault).describe('Visible faults, such as a vacant office'),
    unitSets: z.array(unitSetSummary).describe('The sets of units as they are frozen'),
    rollouts: z.array(rolloutSummary).describe('How far the units are, roll-out by roll-out'),
    parent: unitParent.optional().describe('Only of a unit programme'),
  })
  .meta({ id: 'Programme', description: 'A programme as it stands' });

export const startedProgramme = z
  .strictObject({
    id: z.string().describe('Id of the programme'),
    definition: definitionRef.describe('What it runs'),
    ...titles,
    status: programmeStatus.describe('Status'),
    position: z.number().int().describe('Position of its last event'),
    startsOn: localDate.describe('First day'),
    rehearsal: z.boolean().describe('Whether it runs on a fast clock'),
  })
  .meta({ id: 'StartedProgramme', description: 'A programme that was started' });

export const programmeSummary = startedProgramme
  .extend({
    overdue: z.boolean().describe('Whether an open phase is overdue'),
    openPhases: z.array(phaseKey).describe('Keys of the open phases'),
    createdAt: instant.describe('When it was started, real time'),
    clock: clockSchema.nullable().describe('Null for a live programme'),
    now: instant.describe('What the programme’s clock shows'),
  })
  .meta({ id: 'ProgrammeSummary', description: 'A programme in short' });

export const programmePage = pageOf('ProgrammePage', programmeSummary);

export const programmesQuery = z.strictObject({
  ...pageQuery,
  rehearsal: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only rehearsals, or only what is not one'),
  status: programmeStatus.optional().describe('Only those of this status'),
  parent: uuid
    .optional()
    .describe('Only the unit programmes of this programme; left out, none is listed'),
  started: z.enum(['mine']).optional().describe('Only those that one started oneself'),
});
