/** Faults of the phases: their windows, what they wait for, what they owe and who signs. */
import { daysBetween, isLocalDate } from '../../calendar/dates.ts';
import { shown, type Fault } from '../fault.ts';
import { officesOf } from '../policy.ts';
import type {
  Definition,
  DeliverableDefinition,
  PhaseDefinition,
  StepDefinition,
  Window,
} from '../types.ts';
import { dateFaults, keyListFaults, repetitions } from './common.ts';
import { afterStepFaults, deliverableFaults } from './deliverables.ts';
import { definitionFault } from './messages.ts';
import { orderFaults } from './order.ts';
import { policyFaults } from './policies.ts';

export function phasesFaults(definition: Definition): readonly Fault[] {
  const { phases } = definition;
  const offices = new Set(definition.offices.map(({ key }) => key));
  const keys = phases.map(({ key }) => key);
  return [
    ...(phases.length === 0 ? [definitionFault('/phases', 'phases-missing')] : []),
    ...keyListFaults('/phases', keys, 'phase-repeated'),
    ...startFaults(definition),
    ...phases.flatMap((phase, index) => [
      ...windowFaults(phase, `/phases/${index}`, definition),
      ...afterFaults(phase, `/phases/${index}`, definition),
      ...dutyFaults(phase, `/phases/${index}`, offices),
      ...stepsFaults(phase.steps, `/phases/${index}/steps`, offices),
    ]),
    ...orderFaults(phases),
  ];
}

function startFaults({ startsOn, phases }: Definition): readonly Fault[] {
  const invalid = dateFaults('/startsOn', startsOn);
  if (invalid.length > 0 || phases.length === 0) return invalid;
  // A window that is itself no date is reported there, and may be the one that was meant.
  const met = phases.some(({ window }) => window.from === startsOn || !isLocalDate(window.from));
  return met ? [] : [definitionFault('/startsOn', 'start-without-phase', startsOn)];
}

function windowFaults(
  { window }: PhaseDefinition,
  pointer: string,
  { startsOn }: Definition,
): readonly Fault[] {
  const invalid = [
    ...dateFaults(`${pointer}/window/from`, window.from),
    ...dateFaults(`${pointer}/window/to`, window.to),
  ];
  if (invalid.length > 0) return invalid;
  return [
    ...(window.to < window.from
      ? [definitionFault(`${pointer}/window`, 'window-backwards', `${window.from} – ${window.to}`)]
      : []),
    ...(isLocalDate(startsOn) && window.from < startsOn
      ? [definitionFault(`${pointer}/window/from`, 'window-before-start', window.from)]
      : []),
  ];
}

function afterFaults(
  { after, window }: PhaseDefinition,
  pointer: string,
  { phases }: Definition,
): readonly Fault[] {
  return [
    ...repetitions(after).map((index) =>
      definitionFault(`${pointer}/after/${index}`, 'after-repeated', shown(after[index])),
    ),
    ...after.flatMap((key, index) => {
      const before = phases.find((phase) => phase.key === key);
      const at = `${pointer}/after/${index}`;
      if (before === undefined) return [definitionFault(at, 'after-unknown', shown(key))];
      const dates = isLocalDate(window.to) && isLocalDate(before.window.from);
      return dates && window.to < before.window.from
        ? [definitionFault(`${pointer}/window`, 'window-before-predecessor', shown(key))]
        : [];
    }),
  ];
}

export function dutyFaults(
  phase: Pick<PhaseDefinition, 'deliverables' | 'steps'> & { readonly window?: Window },
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  const at = `${pointer}/deliverables`;
  const signing = new Set(phase.steps.flatMap(({ policy }) => officesOf(policy)));
  const keys = phase.deliverables.map(({ key }) => key);
  return [
    ...(keys.length === 0 ? [definitionFault(at, 'deliverables-missing')] : []),
    ...keyListFaults(at, keys, 'deliverable-repeated'),
    ...afterStepFaults(phase.deliverables, phase.steps, at),
    ...phase.deliverables.flatMap((deliverable, index) =>
      windowTooShort(deliverable, phase)
        ? [definitionFault(`${at}/${index}/disclosure/minimumDays`, 'disclosure-window')]
        : [],
    ),
    ...phase.deliverables.flatMap((deliverable, index) => [
      ...deliverableFaults(deliverable, `${at}/${index}`, offices),
      ...(offices.has(deliverable.office) && signing.has(deliverable.office)
        ? [definitionFault(`${at}/${index}/office`, 'deliverable-duties', deliverable.office)]
        : []),
    ]),
  ];
}

/** Whether what must be posted for some days cannot be shown within the phase. */
function windowTooShort(
  { disclosure }: DeliverableDefinition,
  { window }: { readonly window?: Window },
): boolean {
  if (disclosure === undefined || window === undefined) return false;
  if (!isLocalDate(window.from) || !isLocalDate(window.to)) return false;
  return disclosure.minimumDays > daysBetween(window.from, window.to) + 1;
}

export function stepsFaults(
  steps: readonly StepDefinition[],
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  const keys = steps.map(({ key }) => key);
  return [
    ...(steps.length === 0 ? [definitionFault(pointer, 'steps-missing')] : []),
    ...keyListFaults(pointer, keys, 'step-repeated'),
    ...steps.flatMap(({ policy }, index) =>
      policyFaults(policy, `${pointer}/${index}/policy`, offices),
    ),
  ];
}
