/** Everything that is wrong with a definition, in one go: each fault with its JSON pointer, a code and both languages. */
import { shown, type Fault } from './fault.ts';
import { keyFaults, wholeNumberFaults } from './faults/common.ts';
import { dutiesFaults } from './faults/duties.ts';
import { governanceFaults } from './faults/governance.ts';
import { handsFaults } from './faults/hands.ts';
import { indicatorFaults } from './faults/indicators.ts';
import { ladderFaults } from './faults/ladder.ts';
import { definitionFault } from './faults/messages.ts';
import { organisationFaults } from './faults/offices.ts';
import { phasesFaults } from './faults/phases.ts';
import { noteFaults, textFaults } from './faults/texts.ts';
import { unitsFaults } from './faults/units.ts';
import type { Definition } from './types.ts';

/** What lies outside a definition and that it may name. */
export interface KnownNames {
  /** Keys of the working-day calendars. */
  readonly calendars: readonly string[];
  readonly isZone: (zone: string) => boolean;
}

/** Empty when the definition may be published. Expects the right types everywhere, and nothing else. */
export function definitionFaults(definition: Definition, known: KnownNames): readonly Fault[] {
  const { key, version, zone, calendar } = definition;
  return [
    ...keyFaults('/key', key),
    ...wholeNumberFaults(version, { pointer: '/version', least: 1, code: 'version-invalid' }),
    ...(known.isZone(zone) ? [] : [definitionFault('/zone', 'zone-unknown', shown(zone))]),
    ...(known.calendars.includes(calendar)
      ? []
      : [definitionFault('/calendar', 'calendar-unknown', shown(calendar))]),
    ...organisationFaults(definition),
    ...ladderFaults(definition),
    ...phasesFaults(definition),
    ...dutiesFaults(definition),
    ...unitsFaults(definition),
    ...governanceFaults(definition),
    ...handsFaults(definition),
    ...indicatorFaults(definition),
    ...textFaults(definition),
    ...noteFaults(definition),
  ];
}
