/** What several families of faults share: keys, repetitions, dates and whole numbers. */
import { isLocalDate, isLocalTime } from '../../calendar/dates.ts';
import { shown, type Fault } from '../fault.ts';
import { definitionFault, type DefinitionFaultCode } from './messages.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY_LENGTH = 64;

export function keyFaults(pointer: string, key: string): readonly Fault[] {
  // A record keyed by it would answer with a member of every object.
  const usable = KEBAB.test(key) && key.length <= KEY_LENGTH && key !== 'constructor';
  return usable ? [] : [definitionFault(pointer, 'key-invalid', shown(key))];
}

/** Faults of a list of keyed things: keys that are none, and keys that stand twice. */
export function keyListFaults(
  pointer: string,
  keys: readonly string[],
  repeated: DefinitionFaultCode,
): readonly Fault[] {
  return [
    ...keys.flatMap((key, index) => keyFaults(`${pointer}/${index}/key`, key)),
    ...repetitions(keys).map((index) =>
      definitionFault(`${pointer}/${index}/key`, repeated, shown(keys[index])),
    ),
  ];
}

/** Indexes of the values that already stood before. */
export function repetitions(values: readonly unknown[]): readonly number[] {
  const seen = new Set<unknown>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}

export function dateFaults(pointer: string, date: string): readonly Fault[] {
  return isLocalDate(date) ? [] : [definitionFault(pointer, 'date-invalid', shown(date))];
}

export function timeFaults(pointer: string, time: string): readonly Fault[] {
  return isLocalTime(time) ? [] : [definitionFault(pointer, 'time-invalid', shown(time))];
}

export interface WholeNumberRule {
  readonly pointer: string;
  readonly least: number;
  readonly code: DefinitionFaultCode;
}

export function wholeNumberFaults(value: number, rule: WholeNumberRule): readonly Fault[] {
  const right = Number.isSafeInteger(value) && value >= rule.least && value <= MOST_DAYS;
  return right ? [] : [definitionFault(rule.pointer, rule.code, String(value))];
}

/** No plan counts further than about forty years; a larger number is a slip and would leave the calendar. */
const MOST_DAYS = 10_000;

export function officeFaults(
  pointer: string,
  office: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  return offices.has(office) ? [] : [definitionFault(pointer, 'office-unknown', shown(office))];
}
