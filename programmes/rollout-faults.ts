/** What only the catalogue can judge of roll-outs: whether there is a definition for their unit programmes. */
import { fault, type Fault } from '../domain/definition/fault.ts';
import type { Definition } from '../domain/definition/types.ts';

export interface DefinitionsByVersion {
  get(key: string, version: number): Definition | undefined;
}

/** Faults of a definition whose roll-outs name what nobody published, or what rolls out by itself. */
export function rolloutFaults(
  { rollouts = [] }: Definition,
  known: DefinitionsByVersion,
): readonly Fault[] {
  return rollouts.flatMap(({ definition: { key, version } }, index) => {
    const found = rolloutFault(known.get(key, version), `/rollouts/${String(index)}`);
    return found === null ? [] : [found];
  });
}

/** @param pointer of the roll-out */
export function rolloutFault(found: Definition | undefined, pointer: string): Fault | null {
  if (found === undefined) {
    return fault(`${pointer}/definition`, 'rollout-definition-unknown', {
      zh: '没有这个单位方案定义或版本',
      en: 'There is no such definition or version for the unit programmes',
    });
  }
  if ((found.unitSets ?? []).length > 0 || (found.rollouts ?? []).length > 0) {
    return fault(`${pointer}/definition`, 'rollout-definition-nested', {
      zh: '单位方案不得再推开到单位',
      en: 'A unit programme cannot roll out to units of its own',
    });
  }
  return null;
}
