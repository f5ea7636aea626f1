/** Faults of the ladder: reminders, rungs and whom they reach. */
import { shown, type Fault } from '../fault.ts';
import type { Definition, Ladder, ReminderDefinition, RungDefinition, RungKey } from '../types.ts';
import { officeFaults, repetitions, timeFaults, wholeNumberFaults } from './common.ts';
import { definitionFault } from './messages.ts';

const SEVERITY: Readonly<Record<RungKey, number>> = {
  urge: 1,
  supervise: 2,
  circulate: 3,
  accountability: 4,
};

export function ladderFaults({ ladder, rework, offices, phases }: Definition): readonly Fault[] {
  const keys = new Set(offices.map(({ key }) => key));
  return [
    ...ladderFaultsAt(ladder, '/ladder', keys),
    ...phases.flatMap((phase, index) =>
      phase.ladder === undefined
        ? []
        : ladderFaultsAt(phase.ladder, `/phases/${index}/ladder`, keys),
    ),
    ...wholeNumberFaults(rework.value, {
      pointer: '/rework/value',
      least: 1,
      code: 'rework-invalid',
    }),
  ];
}

/** Of any ladder: the definition's, or one that a phase or a duty has instead. */
export function ladderFaultsAt(
  { reminders, rungs }: Ladder,
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  return [
    ...remindersFaults(reminders, `${pointer}/reminders`),
    ...rungs.flatMap((rung, index) => rungFaults(rung, `${pointer}/rungs/${index}`, offices)),
    ...rungsFaults(rungs, `${pointer}/rungs`),
  ];
}

function remindersFaults(
  reminders: readonly ReminderDefinition[],
  pointer: string,
): readonly Fault[] {
  const days = reminders.map(({ workdaysBefore }) => workdaysBefore);
  const at = (index: number): string => `${pointer}/${index}`;
  return [
    ...reminders.flatMap((reminder, index) => [
      ...wholeNumberFaults(reminder.workdaysBefore, {
        pointer: `${at(index)}/workdaysBefore`,
        least: 0,
        code: 'reminder-days',
      }),
      ...timeFaults(`${at(index)}/at`, reminder.at),
    ]),
    ...repetitions(days).map((index) =>
      definitionFault(`${at(index)}/workdaysBefore`, 'reminder-repeated', String(days[index])),
    ),
  ];
}

function rungFaults(
  rung: RungDefinition,
  pointer: string,
  offices: ReadonlySet<string>,
): readonly Fault[] {
  const { audience } = rung;
  const silent =
    !audience.responsible && audience.superiorLevels === 0 && audience.offices.length === 0;
  const at = `${pointer}/audience`;
  return [
    ...wholeNumberFaults(rung.workdaysAfter, {
      pointer: `${pointer}/workdaysAfter`,
      least: 1,
      code: 'rung-days',
    }),
    ...wholeNumberFaults(rung.answerWithinWorkdays, {
      pointer: `${pointer}/answerWithinWorkdays`,
      least: 1,
      code: 'rung-answer',
    }),
    ...wholeNumberFaults(audience.superiorLevels, {
      pointer: `${at}/superiorLevels`,
      least: 0,
      code: 'rung-levels',
    }),
    ...timeFaults(`${pointer}/at`, rung.at),
    ...audience.offices.flatMap((office, index) =>
      officeFaults(`${at}/offices/${index}`, office, offices),
    ),
    ...repetitions(audience.offices).map((index) =>
      definitionFault(`${at}/offices/${index}`, 'office-repeated', shown(audience.offices[index])),
    ),
    ...(silent ? [definitionFault(at, 'rung-nobody')] : []),
  ];
}

/** Each rung is told once, and a severer one never before a milder one. */
function rungsFaults(rungs: readonly RungDefinition[], pointer: string): readonly Fault[] {
  const keys = rungs.map(({ key }) => key);
  const twice = new Set(repetitions(keys));
  return rungs.flatMap((rung, index) => {
    const before = rungs[index - 1];
    const at = `${pointer}/${index}`;
    if (twice.has(index)) return [definitionFault(`${at}/key`, 'rung-repeated', rung.key)];
    if (before === undefined) return [];
    const milder = SEVERITY[before.key] > SEVERITY[rung.key];
    const notLater = rung.workdaysAfter <= before.workdaysAfter;
    return milder || notLater
      ? [definitionFault(at, 'rung-order', `${before.key}, ${rung.key}`)]
      : [];
  });
}
