/** Faults of a deliverable: who owes it, and a table's schema, example and check. */
import { checkReferenceFaults, runCheck } from '../checks/index.ts';
import type { Fault } from '../fault.ts';
import type { DeliverableDefinition } from '../types.ts';
import { officeFaults } from './common.ts';
import { definitionFault } from './messages.ts';

const TABLE_MEMBERS = ['schema', 'example', 'check'] as const;

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
  { schema, example, check }: DeliverableDefinition,
  pointer: string,
): readonly Fault[] {
  const faults = [
    ...(schema === undefined ? [definitionFault(`${pointer}/schema`, 'table-schema-missing')] : []),
    ...(example === undefined
      ? [definitionFault(`${pointer}/example`, 'table-example-missing')]
      : []),
  ];
  if (check === undefined) return faults;
  const unusable = checkReferenceFaults(check, `${pointer}/check`);
  if (unusable.length > 0 || example === undefined) return [...faults, ...unusable];
  const failing = runCheck(check, example).faults;
  return [
    ...faults,
    ...failing.map((found) => ({ ...found, pointer: `${pointer}/example${found.pointer}` })),
  ];
}
