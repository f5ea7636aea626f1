/** The checks by name. A new check is one file and one line here. */
import type { CheckResult } from '../../programme/state.ts';
import { fault, memberPointer, type Fault } from '../fault.ts';
import type { CheckReference } from '../types.ts';
import type { Check } from './check.ts';
import { eachListedOnce } from './each-listed-once.ts';
import { lockedHeadcount } from './locked-headcount.ts';

const CHECKS: readonly Check[] = [lockedHeadcount, eachListedOnce];

export const checkNames: readonly string[] = CHECKS.map((check) => check.name);

/** Judges data as handed in. Total: an unknown check, faulty parameters and hostile data are faults, never exceptions. */
export function runCheck(reference: CheckReference, data: unknown): CheckResult {
  const check = CHECKS.find(({ name }) => name === reference.name);
  const usable = check?.paramFaults(reference.params).length === 0;
  const faults = usable ? check.judge(reference.params, data) : [unusable(reference.name)];
  return { ok: faults.length === 0, faults };
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
