/** Faults of a sign-off policy: nobody asked, an unknown office, an office twice, a count that cannot be meant. */
import type { Fault } from '../fault.ts';
import type { BodyPolicy, Policy, Share } from '../policy-types.ts';
import { officeFaults, repetitions } from './common.ts';
import { definitionFault } from './messages.ts';

/** Keeps the products of counts and shares exact. */
const MOST_PARTS = 1000;

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
  switch (policy.kind) {
    case 'office':
      return [];
    case 'body':
      return bodyFaults(policy, pointer);
    case 'veto':
      return [
        ...(policy.by.length === 0 ? [definitionFault(`${pointer}/by`, 'policy-empty')] : []),
        ...groupFaults(policy.of, `${pointer}/of`),
      ];
    default:
      return partFaults(policy, pointer);
  }
}

function bodyFaults({ quorum, majority }: BodyPolicy, pointer: string): readonly Fault[] {
  return [
    ...shareFaults(quorum, `${pointer}/quorum`),
    ...shareFaults(majority, `${pointer}/majority`),
  ];
}

/** A share that nobody can reach, or that is reached by nobody, is not meant. */
function shareFaults({ rule, numerator, denominator }: Share, pointer: string): readonly Fault[] {
  const isWhole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  const least = rule === 'more-than' ? 0 : 1;
  const most = rule === 'more-than' ? denominator - 1 : denominator;
  const isMeant = isWhole && denominator <= MOST_PARTS && numerator >= least && numerator <= most;
  const share = `${String(numerator)}/${String(denominator)}`;
  return isMeant ? [] : [definitionFault(pointer, 'policy-share', share)];
}

function partFaults(
  policy: Exclude<Policy, { kind: 'office' | 'body' | 'veto' }>,
  pointer: string,
): readonly Fault[] {
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
  switch (policy.kind) {
    case 'office':
    case 'body':
      return [{ pointer: `${pointer}/office`, office: policy.office }];
    case 'veto':
      return [
        ...policy.by.map((office, index) => ({ pointer: `${pointer}/by/${index}`, office })),
        ...slotsOf(policy.of, `${pointer}/of`),
      ];
    default:
      return policy.of.flatMap((part, index) => slotsOf(part, `${pointer}/of/${index}`));
  }
}
