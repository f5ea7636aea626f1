/** Faults of a sign-off policy: nobody asked, an unknown office, an office twice, a count that cannot be meant. */
import type { Fault } from '../fault.ts';
import type { Policy } from '../policy.ts';
import { officeFaults, repetitions } from './common.ts';
import { definitionFault } from './messages.ts';

interface Slot {
  readonly pointer: string;
  readonly office: string;
}

export function policyFaults(
  policy: Policy,
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  const slots = slotsOf(policy, pointer);
  const keys = slots.map(({ office }) => office);
  return [
    ...groupFaults(policy, pointer),
    ...slots.flatMap((slot) => officeFaults(slot.pointer, slot.office, offices)),
    ...repetitions(keys).flatMap((index) => {
      const slot = slots[index];
      return slot === undefined
        ? []
        : [definitionFault(slot.pointer, 'policy-office-repeated', slot.office)];
    }),
  ];
}

function groupFaults(policy: Policy, pointer: string): readonly Fault[] {
  if (policy.kind === 'office') return [];
  if (policy.of.length === 0) return [definitionFault(pointer, 'policy-empty')];
  const inside = policy.of.flatMap((part, index) => groupFaults(part, `${pointer}/of/${index}`));
  if (policy.kind !== 'atLeast') return inside;
  const { count, of } = policy;
  const possible = Number.isSafeInteger(count) && count >= 1 && count <= of.length;
  return possible
    ? inside
    : [definitionFault(`${pointer}/count`, 'policy-count', String(count)), ...inside];
}

function slotsOf(policy: Policy, pointer: string): readonly Slot[] {
  if (policy.kind === 'office') return [{ pointer: `${pointer}/office`, office: policy.office }];
  return policy.of.flatMap((part, index) => slotsOf(part, `${pointer}/of/${index}`));
}
