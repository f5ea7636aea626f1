/** A definition as it would begin on a day: dates, policies in sentences, who holds its offices. */
import { z } from 'zod';
import { key, localDate, localised, personRef, phaseKey, rung } from './common.ts';
import { programmeFault } from './programmes.ts';
import { firstDay } from './projections.ts';

export const outlineQuery = z.strictObject({
  startsOn: firstDay
    .optional()
    .describe('First day, from 2000 to 2100; today when left out, as for a live programme'),
});

const clause = z.string().describe('Clause of the paper; empty where it names none');

const office = z
  .strictObject({
    key: key.describe('Key of the office'),
    title: localised.describe('Title of the office'),
    clause: z.string().nullable().describe('Clause that names it; null where Milepost added it'),
    reportsTo: key.nullable().describe('Office one step up; null for the head'),
    holders: z.array(personRef).describe('Who holds it now; empty is a vacancy'),
    actingOffice: key.nullable().describe('Office that acts while it is vacant; null otherwise'),
  })
  .meta({ id: 'OutlineOffice', description: 'An office of a plan, and who holds it' });

const deliverable = z
  .strictObject({
    key: key.describe('Key of the deliverable'),
    title: localised.describe('Title'),
    clause,
    kind: z.enum(['document', 'minutes', 'table', 'disclosure']).describe('What kind it is'),
    office: key.describe('Office that owes it'),
  })
  .meta({ id: 'OutlineDeliverable', description: 'What is handed in' });

const step = z
  .strictObject({
    key: key.describe('Key of the step'),
    title: localised.describe('Title'),
    policy: localised.describe('Who must agree, in a sentence'),
  })
  .meta({ id: 'OutlineStep', description: 'A step of signing' });

const work = {
  deliverables: z.array(deliverable).describe('What is handed in'),
  steps: z.array(step).describe('How it is signed'),
} as const;

const phase = z
  .strictObject({
    key: phaseKey.describe('Key of the phase'),
    title: localised.describe('Title'),
    clause,
    paperFrom: localDate.describe('First day as the paper dates it'),
    paperTo: localDate.describe('Last day as the paper dates it'),
    opensOn: localDate.describe('First day'),
    dueOn: localDate.describe('Last day, included'),
    provisional: z.boolean().describe('Whether a notice yet to come may move working days in it'),
    after: z.array(key).describe('Phases that must be closed before it opens'),
    lead: key.describe('Office that leads it'),
    coOrganisers: z
      .array(
        z.strictObject({
          office: key.describe('Office that takes part'),
          workdaysBefore: z.number().int().describe('Working days before the due day'),
        }),
      )
      .describe('Offices that take part, each with an inner date'),
    optional: localised.nullable().describe('Why nobody has to finish it; null where it is owed'),
    ...work,
  })
  .meta({ id: 'OutlinePhase', description: 'A phase of a plan with its dates' });

const duty = z
  .strictObject({
    key: key.describe('Key of the duty'),
    title: localised.describe('Title'),
    clause,
    every: z.enum(['month', 'quarter', 'half-year', 'year']).describe('How often it comes back'),
    from: localDate.describe('A day of its first period'),
    until: localDate.nullable().describe('A day of its last period; null when it has no end'),
    ...work,
  })
  .meta({ id: 'OutlineDuty', description: 'An obligation that comes back' });

const indicator = z
  .strictObject({
    key: key.describe('Key of the indicator'),
    title: localised.describe('Title'),
    clause,
    unit: z.enum(['percent', 'count', 'per-10000', 'hours']).describe('In what it is measured'),
    comparator: z
      .enum(['at-least', 'at-most', 'more-than', 'less-than', 'equal-to'])
      .describe('How a value is held against a target'),
    office: key.describe('Office that reports it'),
    targets: z
      .array(
        z.strictObject({
          key: key.describe('Key of the target'),
          value: z.number().describe('Value to be reached'),
          on: localDate.describe('Day by whose end it is to be reached'),
        }),
      )
      .describe('Its targets'),
  })
  .meta({ id: 'OutlineIndicator', description: 'What is measured, with its targets' });

const unitSet = z
  .strictObject({
    key: key.describe('Key of the set'),
    title: localised.describe('Title'),
    within: key.nullable().describe('Set of the units that these lie in'),
    madeUp: z.number().int().describe('How many a rehearsal makes up'),
  })
  .meta({ id: 'OutlineUnitSet', description: 'A set of units' });

const rollout = z
  .strictObject({
    key: key.describe('Key of the roll-out'),
    title: localised.describe('Title'),
    clause,
    unitSet: key.describe('Key of the set of units'),
    definition: z
      .strictObject({
        key: key.describe('Key of the definition'),
        version: z.number().int().describe('Version'),
      })
      .describe('What runs in every unit'),
  })
  .meta({ id: 'OutlineRollout', description: 'One unit programme for each unit of a set' });

const ladder = z
  .strictObject({
    reminders: z
      .array(z.number().int().describe('Working days before the due day'))
      .describe('When it is reminded'),
    rungs: z
      .array(
        z.strictObject({
          key: rung.describe('Rung'),
          title: localised.describe('Title'),
          workdaysAfter: z.number().int().describe('Working days after the due day'),
        }),
      )
      .describe('What follows a missed deadline'),
  })
  .meta({ id: 'OutlineLadder', description: 'Reminders before a date and rungs after it' });

export const outlineSchema = z
  .strictObject({
    key: key.describe('Key of the definition'),
    version: z.number().int().describe('Version'),
    title: localised.describe('Title of the plan'),
    paper: localised.describe('Title of the paper'),
    issuer: localised.describe('Who issued it'),
    documentNumber: z.string().nullable().describe('Its number; null where it prints none'),
    owner: key.describe('Office that starts it'),
    calendar: z
      .strictObject({
        key: key.describe('Key of the calendar'),
        version: z.number().int().describe('Version by which it would go'),
        horizon: localDate.describe('Last day for which a notice is published'),
      })
      .describe('By which its working days are counted'),
    paperStartsOn: localDate.describe('First day as the paper dates it'),
    startsOn: localDate.describe('First day for which the dates stand here'),
    endsOn: localDate.describe('Last due day of a phase'),
    today: localDate.describe('Today in the zone of the plan'),
    offices: z.array(office).describe('In the order of the definition'),
    phases: z.array(phase).describe('In the order of the definition'),
    duties: z.array(duty).describe('What comes back'),
    indicators: z.array(indicator).describe('What is measured'),
    unitSets: z.array(unitSet).describe('Sets of units that a programme freezes'),
    rollouts: z.array(rollout).describe('What runs in every unit'),
    ladder: ladder.describe('Reminders and rungs, where a phase names none of its own'),
    notes: z.array(localised).describe('Choices made where the paper is silent'),
    faults: z.array(programmeFault).describe('What would be wrong, such as a vacant office'),
  })
  .meta({
    id: 'DefinitionOutline',
    description: 'A definition as it would begin on a day, before anything is started',
  });
