/** Faults of a deliverable: who owes it, and a table's schema, example and checks. */
import { checkReferenceFaults, runChecks } from '../checks/index.ts';
import type { Fault } from '../fault.ts';
import type { DeliverableDefinition, StepDefinition } from '../types.ts';
import { officeFaults, wholeNumberFaults } from './common.ts';
import { definitionFault } from './messages.ts';

const TABLE_MEMBERS = ['schema', 'example', 'checks'] as const;

export function deliverableFaults(
  deliverable: DeliverableDefinition,
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  return [
    ...officeFaults(`${pointer}/office`, deliverable.office, offices),
    ...disclosureFaults(deliverable, pointer),
    ...(deliverable.kind === 'table'
      ? tableFaults(deliverable, pointer)
      : TABLE_MEMBERS.filter((member) => deliverable[member] !== undefined).map((member) =>
          definitionFault(`${pointer}/${member}`, 'table-only'),
        )),
  ];
}

function disclosureFaults(
  { kind, disclosure }: DeliverableDefinition,
  pointer: string,
): readonly Fault[] {
  const at = `${pointer}/disclosure`;
  if (kind !== 'disclosure') {
    return disclosure === undefined ? [] : [definitionFault(at, 'disclosure-only')];
  }
  if (disclosure === undefined) return [definitionFault(at, 'disclosure-missing')];
  const days = { pointer: `${at}/minimumDays`, least: 1, code: 'disclosure-days' } as const;
  return wholeNumberFaults(disclosure.minimumDays, days);
}

/** A step that is not there, and a phase of which nothing is owed from the beginning, so that no step could ever open. */
export function afterStepFaults(
  deliverables: readonly DeliverableDefinition[],
  steps: readonly StepDefinition[],
  pointer: string,
): readonly Fault[] {
  const keys = steps.map(({ key }) => key);
  const later = deliverables.filter(({ afterStep }) => afterStep !== undefined);
  return [
    ...(later.length > 0 && later.length === deliverables.length
      ? [definitionFault(pointer, 'deliverables-all-later')]
      : []),
    ...deliverables.flatMap(({ afterStep }, index) =>
      afterStep === undefined || keys.includes(afterStep)
        ? []
        : [definitionFault(`${pointer}/${index}/afterStep`, 'after-step-unknown', afterStep)],
    ),
  ];
}

/** Whether the example satisfies the schema is judged where a JSON Schema validator is at hand. */
function tableFaults(
  { schema, example, checks = [] }: DeliverableDefinition,
  pointer: string,
): readonly Fault[] {
  const faults = [
    ...(schema === undefined ? [definitionFault(`${pointer}/schema`, 'table-schema-missing')] : []),
    ...(example === undefined
      ? [definitionFault(`${pointer}/example`, 'table-example-missing')]
      : []),
  ];
  const unusable = checks.flatMap((check, index) =>
    checkReferenceFaults(check, `${pointer}/checks/${index}`),
  );
  if (unusable.length > 0 || example === undefined) return [...faults, ...unusable];
  const failing = runChecks(checks, example).faults;
  return [
    ...faults,
    ...failing.map((found) => ({ ...found, pointer: `${pointer}/example${found.pointer}` })),
  ];
}
