/**
 * The chain of village accounts (DG7 §11) as a duty: the whole supervision board checks the accounts item by item; its director or all
 * its members sign, then the village party secretary; only then are they posted, and entered on the platform the same day.
 */
import { z } from 'zod';
import type { DutyDefinition } from '../../domain/definition/duty-types.ts';
import type { Policy } from '../../domain/definition/policy.ts';
import type { DeliverableDefinition, StepDefinition } from '../../domain/definition/types.ts';
import { createBricks } from '../schema/bricks.ts';
import { ladderSchema } from '../schema/phases.ts';
import { date, localised, word } from './bricks.ts';

const dayOfPeriod = z.strictObject({ month: z.int().min(1), day: z.int().min(1).max(31) });

export const villageAccountsSchema = z.strictObject({
  chain: z.literal('village-accounts'),
  key: word,
  title: localised.exactOptional(),
  clause: word,
  every: z.enum(['month', 'quarter', 'half-year', 'year']).exactOptional(),
  from: date,
  until: date.nullable(),
  /** From the first to the 10th of the month where nothing is said. */
  opens: dayOfPeriod.exactOptional(),
  due: dayOfPeriod.exactOptional(),
  offices: z.strictObject({
    /** Draws the accounts up. */
    accountant: word,
    /** Of the supervision board 监事会; may sign for it alone. */
    director: word,
    /** The other members, who sign all together. */
    members: z.array(word).min(1).max(50),
    secretary: word,
    /** Posts the accounts; the accountant where none is named. */
    posting: word.exactOptional(),
  }),
  /** For how many days they must be posted; 1 where nothing is said. */
  minimumDays: z.int().min(1).max(366).exactOptional(),
  ladder: ladderSchema(createBricks('strict')).exactOptional(),
});

export type VillageAccounts = z.output<typeof villageAccountsSchema>;

const SECRETARY_STEP = 'secretary';

export function expandVillageAccounts(chain: VillageAccounts): DutyDefinition {
  const { key, clause, from, until } = chain;
  return {
    key,
    title: chain.title ?? { zh: '村务财务公开', en: 'Village affairs and finance' },
    clause,
    every: chain.every ?? 'month',
    from,
    until,
    opens: chain.opens ?? { month: 1, day: 1 },
    due: chain.due ?? { month: 1, day: 10 },
    deliverables: deliverablesOf(chain),
    steps: stepsOf(chain),
    ...(chain.ladder === undefined ? {} : { ladder: chain.ladder }),
  };
}

function deliverablesOf({
  clause,
  offices,
  minimumDays = 1,
}: VillageAccounts): readonly DeliverableDefinition[] {
  return [
    {
      key: 'accounts',
      title: { zh: '逐单审核的财务收支明细', en: 'Accounts checked item by item' },
      clause,
      kind: 'table',
      office: offices.accountant,
      schema: ACCOUNTS_SCHEMA,
      example: ACCOUNTS_EXAMPLE,
      checks: [{ name: 'audited-item-by-item', params: {} }],
    },
    {
      key: 'posting',
      title: { zh: '张贴公布并当日录入公开平台', en: 'Posted, and entered on the platform' },
      clause,
      kind: 'disclosure',
      office: offices.posting ?? offices.accountant,
      disclosure: { minimumDays, enteredSameDay: true },
      afterStep: SECRETARY_STEP,
    },
  ];
}

function stepsOf({ offices }: VillageAccounts): readonly StepDefinition[] {
  const office = (key: string): Policy => ({ kind: 'office', office: key });
  const members: Policy = { kind: 'all', of: offices.members.map(office) };
  return [
    {
      key: 'supervision-board',
      title: { zh: '监事会签字', en: 'The supervision board signs' },
      policy: { kind: 'any', of: [office(offices.director), members] },
    },
    {
      key: SECRETARY_STEP,
      title: { zh: '村党组织书记签字', en: 'The village party secretary signs' },
      policy: office(offices.secretary),
    },
  ];
}

const name = { type: 'string', minLength: 1, maxLength: 100 };
const names = { type: 'array', minItems: 1, maxItems: 50, items: name };

const ACCOUNTS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['board', 'total', 'rows'],
  properties: {
    board: names,
    total: { type: 'number' },
    rows: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'voucher', 'amount', 'checkedBy'],
        properties: { item: name, voucher: name, amount: { type: 'number' }, checkedBy: names },
      },
    },
  },
};

const BOARD = ['监事甲', '监事乙', '监事丙'];
const ACCOUNTS_EXAMPLE = {
  board: BOARD,
  total: 1810.5,
  rows: [
    { item: '路灯电费', voucher: '2012-07-001', amount: 1260.5, checkedBy: BOARD },
    { item: '办公用品', voucher: '2012-07-002', amount: 550, checkedBy: BOARD },
  ],
};
