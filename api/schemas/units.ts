/** Sets of units, roll-outs and samples: how they are asked for and how they are seen. */
import { z } from 'zod';
import {
  account,
  instant,
  key,
  listOf,
  localDate,
  localised,
  pageOf,
  pageQuery,
  uuid,
  writtenText,
  phaseKey,
} from './common.ts';

export const unitBody = z
  .strictObject({
    key: key.describe('Key of the unit, unique in its set and never used again'),
    title: z
      .strictObject({
        zh: writtenText(200).describe('Chinese text'),
        en: writtenText(200).describe('English text'),
      })
      .describe('Name of the unit'),
    within: key.nullable().default(null).describe('Key of the unit of the wider set it lies in'),
    offices: z
      .record(key, account)
      .optional()
      .describe('Office of the unit programme → account that holds it for this unit'),
  })
  .meta({ id: 'NewUnit', description: 'A unit that joins a set' });

export const unitChangeBody = z
  .strictObject({
    set: key.describe('Key of the set'),
    add: z.array(unitBody).max(2000).default([]).describe('Units that join'),
    remove: z.array(key).max(2000).default([]).describe('Keys of units that leave'),
    reason: writtenText(2000).describe('Why the denominator changes'),
  })
  .meta({ id: 'UnitChange', description: 'A change of a frozen set' });

export const unitSetSummary = z
  .strictObject({
    key: key.describe('Key of the set'),
    title: localised.describe('Title'),
    count: z.number().int().describe('How many units it has'),
  })
  .meta({ id: 'UnitSetSummary', description: 'A frozen set of units in short' });

export const unitParent = z
  .strictObject({
    programme: z.string().describe('Id of the programme that started it'),
    rollout: key.describe('Key of the roll-out'),
    unit: key.describe('Key of the unit'),
  })
  .meta({ id: 'UnitParent', description: 'Where a unit programme belongs' });

const countFields = {
  done: z.number().int().describe('Units that have finished'),
  total: z.number().int().describe('Units of the frozen set'),
  percent: z.number().describe('Percent with one decimal, rounded down'),
} as const;

export const rolloutSummary = z
  .strictObject({
    key: key.describe('Key of the roll-out'),
    title: localised.describe('Title'),
    ...countFields,
    behind: z.boolean().describe('Whether a phase is behind the even pace'),
  })
  .meta({ id: 'RolloutSummary', description: 'How far a roll-out is, in short' });

const unitRef = z
  .strictObject({
    key: key.describe('Key of the unit'),
    title: localised.describe('Name of the unit'),
  })
  .meta({ id: 'UnitRef', description: 'A unit by key and name' });

const groupCount = z
  .strictObject({ group: unitRef.describe('Unit of the wider set'), ...countFields })
  .meta({ id: 'GroupCount', description: 'A count within one unit of the wider set' });

const phaseCount = z
  .strictObject({
    key: key.describe('Key of the phase of the unit programmes'),
    title: localised.describe('Title'),
    ...countFields,
    failed: z.number().int().describe('Units that failed an inspection and were not put right'),
    dueOn: localDate.describe('Last day of its window, included'),
    pace: z.number().describe('Percent that the even pace 序时进度 asks for today'),
    behind: z.boolean().describe('Whether it is behind the even pace'),
    groups: z.array(groupCount).describe('Within each unit of the wider set; empty without one'),
  })
  .meta({ id: 'PhaseCount', description: 'How many units have finished a phase' });

export const rolloutList = listOf(
  'RolloutList',
  z
    .strictObject({
      key: key.describe('Key of the roll-out'),
      title: localised.describe('Title'),
      clause: z.string().describe('Clause of the paper'),
      unitSet: key.describe('Key of the set of units'),
      definition: z
        .strictObject({
          key: key.describe('Key of the definition'),
          version: z.number().int().describe('Version'),
        })
        .describe('What the unit programmes run'),
      inspection: z
        .strictObject({
          office: key.describe('Office that draws and inspects'),
          sharePercent: z.number().describe('Percent of the finished units'),
          least: z.number().int().describe('At least so many'),
        })
        .optional()
        .describe('Sample acceptance 抽查验收, where there is one'),
      ...countFields,
      phases: z.array(phaseCount).describe('In the order of the unit programmes’ definition'),
    })
    .meta({ id: 'Rollout', description: 'How far a roll-out is' }),
);

export const unitStatus = z
  .enum(['done', 'open', 'overdue', 'failed'])
  .meta({ id: 'UnitStatus', description: 'How far a unit is; each unit has one of them' });

export const rolloutParams = z.strictObject({
  id: uuid.describe('Id of the programme'),
  rollout: key.describe('Key of the roll-out'),
});

export const unitsQuery = z.strictObject({
  ...pageQuery,
  phase: phaseKey
    .optional()
    .describe('Phase of the unit programmes; left out, the whole of each counts'),
  status: unitStatus.optional().describe('Only units of this status'),
  within: key.optional().describe('Only units that lie in this one of the wider set'),
});

export const unitPage = pageOf(
  'UnitPage',
  z
    .strictObject({
      key: key.describe('Key of the unit'),
      title: localised.describe('Name of the unit'),
      group: unitRef.optional().describe('The unit of the wider set it lies in'),
      programmeId: z.string().nullable().describe('Its unit programme; null where none is started'),
      status: unitStatus.describe('How far it is'),
      closedAt: instant.nullable().describe('When it finished'),
      evidence: z.number().int().describe('Deliverables handed in'),
    })
    .meta({ id: 'UnitProgress', description: 'How far a unit is' }),
);
