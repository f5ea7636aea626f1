/** Faults of a deliverable: who owes it, and a table's schema, example and checks. */
import { checkReferenceFaults, runChecks } from '../checks/index.ts';
import type { Fault } from '../fault.ts';
import type { DeliverableDefinition } from '../types.ts';
import { officeFaults } from './common.ts';
import { definitionFault } from './messages.ts';

const TABLE_MEMBERS = ['schema', 'example', 'checks'] as const;

export function deliverableFaults(
  deliverable: DeliverableDefinition,
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  return [
    ...officeFaults(`${pointer}/office`, deliverable.office, offices),
    ...(deliverable.kind === 'table'
      ? tableFaults(deliverable, pointer)
      : TABLE_MEMBERS.filter((member) => deliverable[member] !== undefined).map((member) =>
          definitionFault(`${pointer}/${member}`, 'table-only'),
        )),
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
