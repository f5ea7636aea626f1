/** The checks by name. A new check is one file and one line here. */
import type { CheckResult } from '../../programme/state.ts';
import type { DateWindow } from '../../calendar/types.ts';
import { fault, memberPointer, type Fault } from '../fault.ts';
import { judgeDisclosure } from '../disclosure.ts';
import type { CheckReference, DeliverableDefinition } from '../types.ts';
import { auditedItemByItem } from './audited-item-by-item.ts';
import type { Check, CheckContext } from './check.ts';
import { costSplit } from './cost-split.ts';
import { eachListedOnce } from './each-listed-once.ts';
import { hoursAtLeast } from './hours-at-least.ts';
import { lockedHeadcount } from './locked-headcount.ts';
import { membersRange } from './members-range.ts';
import { minimumRows } from './minimum-rows.ts';
import { ratioPer } from './ratio-per.ts';
import { shareAtLeast } from './share-at-least.ts';
import { staffChanges } from './staff-changes.ts';

const CHECKS: readonly Check[] = [
  lockedHeadcount,
  staffChanges,
  eachListedOnce,
  membersRange,
  ratioPer,
  minimumRows,
  hoursAtLeast,
  costSplit,
  shareAtLeast,
  auditedItemByItem,
];

export const checkNames: readonly string[] = CHECKS.map((check) => check.name);

/**
 * Judges data as handed in by every check that is named; what several of them find is told once. Total: an unknown check, faulty
 * parameters and hostile data are faults, never exceptions.
 */
export function runChecks(
  references: readonly CheckReference[],
  data: unknown,
  context?: CheckContext,
): CheckResult {
  return resultOf(references.flatMap((reference) => judge(reference, data, context)));
}

/** Judges what was handed in by everything that the deliverable's definition asks for; null where it asks for nothing. */
export function judgeDeliverable(
  { checks, disclosure }: DeliverableDefinition,
  data: unknown,
  context?: CheckContext,
): CheckResult | null {
  if (disclosure !== undefined) return resultOf(judgeDisclosure(disclosure, data, context));
  return checks === undefined ? null : runChecks(checks, data, context);
}

function resultOf(found: readonly Fault[]): CheckResult {
  const told = found.map(
    (each) => [`${each.pointer} ${each.code} ${each.message.zh}`, each] as const,
  );
  const faults = new Map(told).values();
  return { ok: found.length === 0, faults: [...faults] };
}

/** The example of a table as it passes its checks when it tells of these days. */
export function suitExample(
  { checks = [], example }: Pick<DeliverableDefinition, 'checks' | 'example'>,
  days: DateWindow,
): unknown {
  return checks.reduce((suited, { name, params }) => {
    const check = CHECKS.find((known) => known.name === name);
    return check?.suit === undefined ? suited : check.suit(params, suited, days);
  }, example);
}

function judge(
  reference: CheckReference,
  data: unknown,
  context: CheckContext | undefined,
): readonly Fault[] {
  const check = CHECKS.find(({ name }) => name === reference.name);
  const usable = check?.paramFaults(reference.params).length === 0;
  return usable ? check.judge(reference.params, data, context) : [unusable(reference.name)];
}

/** What is wrong with a definition's reference to a check; `pointer` is the reference's own. */
export function checkReferenceFaults(reference: CheckReference, pointer: string): readonly Fault[] {
  const check = CHECKS.find(({ name }) => name === reference.name);
  if (check === undefined) {
    return [
      fault(memberPointer(pointer, 'name'), 'check-unknown', {
        zh: `没有核对规则“${reference.name}”；现有：${checkNames.join('、')}`,
        en: `There is no check “${reference.name}”; known are ${checkNames.join(', ')}`,
      }),
    ];
  }
  return check
    .paramFaults(reference.params)
    .map((found) => ({ ...found, pointer: `${pointer}/params${found.pointer}` }));
}

function unusable(name: string): Fault {
  return fault('', 'check-unusable', {
    zh: `核对规则“${name}”不可用`,
    en: `The check “${name}” cannot be used`,
  });
}
