/** Faults of who acts: deputies, leads and co-organisers. */
import { shown, type Fault } from '../fault.ts';
import type { CoOrganiser, Definition, PhaseDefinition } from '../types.ts';
import { repetitions, wholeNumberFaults } from './common.ts';
import { definitionFault } from './messages.ts';

export function handsFaults(definition: Definition): readonly Fault[] {
  const { offices, phases } = definition;
  const known = new Set(offices.map(({ key }) => key));
  return [
    ...offices.flatMap(({ key, deputy }, index) =>
      deputy === undefined ? [] : deputyFaults(key, deputy, { index, known }),
    ),
    ...phases.flatMap((phase, index) => [
      ...leadFaults(phase, index, known),
      ...coOrganiserFaults(phase, `/phases/${index}/coOrganisers`, definition),
    ]),
  ];
}

function deputyFaults(
  office: string,
  deputy: string,
  { index, known }: { readonly index: number; readonly known: ReadonlySet<string> },
): readonly Fault[] {
  const pointer = `/offices/${index}/deputy`;
  if (deputy === office) return [definitionFault(pointer, 'deputy-itself', shown(deputy))];
  return known.has(deputy) ? [] : [definitionFault(pointer, 'deputy-unknown', shown(deputy))];
}

function leadFaults(
  { lead }: PhaseDefinition,
  index: number,
  known: ReadonlySet<string>,
): readonly Fault[] {
  if (lead === undefined || known.has(lead)) return [];
  return [definitionFault(`/phases/${index}/lead`, 'lead-unknown', shown(lead))];
}

function coOrganiserFaults(
  phase: PhaseDefinition,
  pointer: string,
  definition: Definition,
): readonly Fault[] {
  const parts = phase.coOrganisers ?? [];
  return [
    ...repetitions(parts.map(({ office }) => office)).map((index) =>
      definitionFault(
        `${pointer}/${index}/office`,
        'co-organiser-repeated',
        shown(parts[index]?.office),
      ),
    ),
    ...parts.flatMap((part, index) =>
      partFaults(part, phase, { at: `${pointer}/${index}`, definition }),
    ),
  ];
}

function partFaults(
  { office, workdaysBefore }: CoOrganiser,
  { lead, deliverables }: PhaseDefinition,
  { at, definition }: { readonly at: string; readonly definition: Definition },
): readonly Fault[] {
  const days = wholeNumberFaults(workdaysBefore, {
    pointer: `${at}/workdaysBefore`,
    least: 1,
    code: 'co-organiser-days',
  });
  const wrong = (code: Parameters<typeof definitionFault>[1]): readonly Fault[] => [
    ...days,
    definitionFault(`${at}/office`, code, shown(office)),
  ];
  if (!definition.offices.some(({ key }) => key === office)) return wrong('co-organiser-unknown');
  if (office === (lead ?? definition.owner)) return wrong('co-organiser-leads');
  if (!deliverables.some((one) => one.office === office)) return wrong('co-organiser-owes-nothing');
  return days;
}
