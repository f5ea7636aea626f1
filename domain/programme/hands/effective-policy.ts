/** The policy that a step really has: the paper's, with what its signers changed in this round. Pure, so no counter can go wrong. */
import { officesOf } from '../../definition/policy.ts';
import type { Policy } from '../../definition/policy.ts';

/** Where an added signer stands to the slot that asked for him. */
export type SignerPlace = 'before' | 'after' | 'beside';

/** A change of a step's signers in the present round, in the order in which they were made. */
export type StepChange =
  | { readonly kind: 'transfer'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'add';
      readonly office: string;
      readonly place: SignerPlace;
      /** Office of the slot that asked for the signer. */
      readonly by: string;
    }
  | { readonly kind: 'remove'; readonly office: string };

export interface EffectiveSlot {
  /** Office that fills the slot now. */
  readonly office: string;
  /** Offices that had it before, the paper's or the added one first. */
  readonly past: readonly string[];
  /** Null for a slot that the paper names. */
  readonly added: { readonly by: string; readonly place: SignerPlace } | null;
}

export interface EffectiveStep {
  readonly policy: Policy;
  /** Each office once, in the order of the policy. */
  readonly slots: readonly EffectiveSlot[];
}

/**
 * A transferred slot is its successor's in every place. A signer before or after an office makes a sequence with it, one beside it
 * a group; he must have been heard and may reject, and otherwise the office's own answer counts. Where the office has a veto, the
 * signer stands so to everything that the veto covers.
 * A change that cannot be meant, such as an office that would stand twice, changes nothing.
 */
export function effectiveStep(policy: Policy, changes: readonly StepChange[]): EffectiveStep {
  const slots = officesOf(policy).map((office) => ({ office, past: [], added: null }));
  const changed = changes.reduce<EffectiveStep>(applied, { policy, slots });
  const order = officesOf(changed.policy);
  const inOrder = order.flatMap((key) => changed.slots.filter(({ office }) => office === key));
  return { policy: changed.policy, slots: inOrder };
}

function applied(step: EffectiveStep, change: StepChange): EffectiveStep {
  const slotOf = (key: string): EffectiveSlot | undefined =>
    step.slots.find(({ office }) => office === key);
  switch (change.kind) {
    case 'transfer':
      if (slotOf(change.from) === undefined || slotOf(change.to) !== undefined) return step;
      return transferred(step, change.from, change.to);
    case 'add':
      if (slotOf(change.by) === undefined || slotOf(change.office) !== undefined) return step;
      return added(step, change);
    case 'remove': {
      const slot = slotOf(change.office);
      return slot === undefined || slot.added === null ? step : removed(step, slot, slot.added.by);
    }
  }
}

function transferred({ policy, slots }: EffectiveStep, from: string, to: string): EffectiveStep {
  return {
    policy: renamed(policy, from, to),
    slots: slots.map((slot) => {
      if (slot.office === from) return { ...slot, office: to, past: [...slot.past, from] };
      if (slot.added?.by !== from) return slot;
      return { ...slot, added: { ...slot.added, by: to } };
    }),
  };
}

function added(
  { policy, slots }: EffectiveStep,
  { office, place, by }: Extract<StepChange, { kind: 'add' }>,
): EffectiveStep {
  return {
    policy: withSigner(policy, by, (part) => grouped(part, office, place)),
    slots: [...slots, { office, past: [], added: { by, place } }],
  };
}

/** Signers whom the removed one had asked for stay, for the slot that had asked for him. */
function removed(step: EffectiveStep, gone: EffectiveSlot, by: string): EffectiveStep {
  return {
    policy: without(step.policy, gone.office) ?? step.policy,
    slots: step.slots
      .filter(({ office }) => office !== gone.office)
      .map((slot) =>
        slot.added?.by === gone.office ? { ...slot, added: { ...slot.added, by } } : slot,
      ),
  };
}

function renamed(policy: Policy, from: string, to: string): Policy {
  const name = (office: string): string => (office === from ? to : office);
  switch (policy.kind) {
    case 'office':
    case 'body':
      return { ...policy, office: name(policy.office) };
    case 'veto':
      return { ...policy, by: policy.by.map(name), of: renamed(policy.of, from, to) };
    default:
      return { ...policy, of: policy.of.map((part) => renamed(part, from, to)) };
  }
}

function withSigner(policy: Policy, anchor: string, group: (part: Policy) => Policy): Policy {
  switch (policy.kind) {
    case 'office':
    case 'body':
      return policy.office === anchor ? group(policy) : policy;
    case 'veto':
      return policy.by.includes(anchor)
        ? group(policy)
        : { ...policy, of: withSigner(policy.of, anchor, group) };
    default:
      return { ...policy, of: policy.of.map((part) => withSigner(part, anchor, group)) };
  }
}

function grouped(part: Policy, office: string, place: SignerPlace): Policy {
  const signer: Policy = { kind: 'office', office };
  switch (place) {
    case 'before':
      return { kind: 'sequence', of: [signer, part], decisive: 1 };
    case 'after':
      return { kind: 'sequence', of: [part, signer], decisive: 0 };
    case 'beside':
      return { kind: 'all', of: [part, signer], decisive: 0 };
  }
}

/** Null when nothing is left; the group made for the signer goes with him. */
function without(policy: Policy, office: string): Policy | null {
  switch (policy.kind) {
    case 'office':
    case 'body':
      return policy.office === office ? null : policy;
    case 'veto': {
      const of = without(policy.of, office);
      return of === null ? null : { ...policy, of };
    }
    default: {
      const of = policy.of.flatMap((part) => without(part, office) ?? []);
      const [only] = of;
      return of.length === 1 && policy.of.length > 1 && only !== undefined
        ? only
        : { ...policy, of };
    }
  }
}
