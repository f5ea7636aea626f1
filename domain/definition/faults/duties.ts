/** Faults of duties: their keys, when they begin and end, the days of their periods, what a period owes and who signs. */
import type { DayOfPeriod, DutyDefinition } from '../duty-types.ts';
import { shown, type Fault } from '../fault.ts';
import { monthsOf } from '../periods.ts';
import type { Definition } from '../types.ts';
import { dateFaults, keyListFaults } from './common.ts';
import { ladderFaultsAt } from './ladder.ts';
import { definitionFault } from './messages.ts';
import { dutyFaults as deliverablesFaults, stepsFaults } from './phases.ts';

export function dutiesFaults(definition: Definition): readonly Fault[] {
  const { duties = [], phases, indicators = [] } = definition;
  const offices = new Set(definition.offices.map(({ key }) => key));
  const keys = duties.map(({ key }) => key);
  const taken = new Set([...phases, ...indicators].map(({ key }) => key));
  return [
    ...keyListFaults('/duties', keys, 'duty-repeated'),
    ...duties.flatMap((duty, index) => {
      const at = `/duties/${index}`;
      return [
        ...(taken.has(duty.key)
          ? [definitionFault(`${at}/key`, 'duty-key-taken', shown(duty.key))]
          : []),
        ...spanFaults(duty, at),
        ...daysFaults(duty, at),
        ...deliverablesFaults(duty, at, offices),
        ...stepsFaults(duty.steps, `${at}/steps`, offices),
        ...(duty.ladder === undefined ? [] : ladderFaultsAt(duty.ladder, `${at}/ladder`, offices)),
      ];
    }),
  ];
}

function spanFaults({ from, until }: DutyDefinition, pointer: string): readonly Fault[] {
  const invalid = [
    ...dateFaults(`${pointer}/from`, from),
    ...(until === null ? [] : dateFaults(`${pointer}/until`, until)),
  ];
  if (invalid.length > 0 || until === null || from <= until) return invalid;
  return [definitionFault(`${pointer}/until`, 'duty-backwards', `${from} – ${until}`)];
}

/** With days that lie in the period or the one after it, and the due day not before the first, the windows follow in order. */
function daysFaults(duty: DutyDefinition, pointer: string): readonly Fault[] {
  const { opens, due } = duty;
  const months = monthsOf(duty.every) + 1;
  const invalid = [
    ...dayFaults(opens, `${pointer}/opens`, months),
    ...dayFaults(due, `${pointer}/due`, months),
  ];
  if (invalid.length > 0) return invalid;
  const isBackwards = due.month < opens.month || (due.month === opens.month && due.day < opens.day);
  return isBackwards ? [definitionFault(`${pointer}/due`, 'duty-due-before-opens')] : [];
}

function dayFaults({ month, day }: DayOfPeriod, pointer: string, months: number): readonly Fault[] {
  const lies = (value: number, most: number): boolean =>
    Number.isSafeInteger(value) && value >= 1 && value <= most;
  return [
    ...(lies(month, months)
      ? []
      : [definitionFault(`${pointer}/month`, 'duty-month', `1–${months}`)]),
    ...(lies(day, 31) ? [] : [definitionFault(`${pointer}/day`, 'duty-day', '1–31')]),
  ];
}
