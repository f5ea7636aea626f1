/** Faults of the organisation: offices, their line of superiors, and the owner. */
import { shown, type Fault } from '../fault.ts';
import type { Definition, OfficeDefinition } from '../types.ts';
import { keyListFaults } from './common.ts';
import { definitionFault } from './messages.ts';

export function organisationFaults(definition: Definition): readonly Fault[] {
  const { offices, owner } = definition;
  const keys = offices.map(({ key }) => key);
  return [
    ...(offices.length === 0 ? [definitionFault('/offices', 'offices-missing')] : []),
    ...keyListFaults('/offices', keys, 'office-repeated'),
    ...offices.flatMap((office, index) => superiorFaults(office, index, offices)),
    ...(keys.includes(owner) ? [] : [definitionFault('/owner', 'owner-unknown', shown(owner))]),
  ];
}

function superiorFaults(
  office: OfficeDefinition,
  index: number,
  offices: readonly OfficeDefinition[],
): readonly Fault[] {
  const pointer = `/offices/${index}/reportsTo`;
  const { reportsTo } = office;
  if (reportsTo === null) return [];
  if (!offices.some(({ key }) => key === reportsTo)) {
    return [definitionFault(pointer, 'superior-unknown', shown(reportsTo))];
  }
  const circle = circleOf(office, offices);
  return circle === null
    ? []
    : [definitionFault(pointer, 'superior-cycle', circle.map(shown).join(' → '))];
}

/** The offices from this one back to itself; null when its line of superiors does not come back to it. */
function circleOf(
  start: OfficeDefinition,
  offices: readonly OfficeDefinition[],
): readonly string[] | null {
  const line = [start.key];
  let above = start.reportsTo;
  while (above !== null && above !== start.key && !line.includes(above)) {
    line.push(above);
    const next: string = above;
    above = offices.find(({ key }) => key === next)?.reportsTo ?? null;
  }
  return above === start.key ? [...line, start.key] : null;
}
