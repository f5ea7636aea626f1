/** Changing a frozen set after activation: an act of the owner, with a reason, that leaves the old denominator in the record. */
import { holdsOffice } from '../../authority/holding.ts';
import type { UnitSetDefinition } from '../../definition/unit-types.ts';
import type { DecideContext } from '../commands.ts';
import type { ProgrammeEvent } from '../events.ts';
import { accept, refuse, type Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { ChangeUnits } from './commands.ts';
import { unitsFault } from './freeze.ts';
import { unitsOfSet } from './rollouts.ts';

export function decideChangeUnits(
  state: ProgrammeState,
  command: ChangeUnits,
  { actor, definition, now }: DecideContext,
): Decision<ProgrammeEvent> {
  const { add, remove, reason } = command;
  const set = definition.unitSets?.find(({ key }) => key === command.set);
  if (set === undefined) return refuse('unknown-unit-set', { set: command.set });
  if (actor.kind !== 'person' || !holdsOffice(actor, definition.owner)) {
    return refuse('not-owner', { office: definition.owner });
  }
  if (reason.trim() === '') return refuse('opinion-required', { decision: 'change-units' });
  const fault = changeFault(state, command, set) ?? innerFault(state, command, definition.unitSets);
  if (fault !== null) return fault;
  const before = unitsOfSet(state, set.key).length;
  const removed = [...new Set(remove)];
  const after = before + add.length - removed.length;
  const data = { set: set.key, added: add, removed, reason, by: actor.id, before, after };
  return accept([{ type: 'UnitsChanged', at: now, data }]);
}

function changeFault(
  state: ProgrammeState,
  { add, remove }: ChangeUnits,
  set: UnitSetDefinition,
): Decision<never> | null {
  if (add.length === 0 && remove.length === 0) return refuse('units-unchanged', { set: set.key });
  const units = unitsOfSet(state, set.key);
  const known = new Set(units.map(({ key }) => key));
  const unknown = remove.find((key) => !known.has(key));
  if (unknown !== undefined) return refuse('unknown-unit', { set: set.key, unit: unknown });
  const gone = state.unitSets.find(({ key }) => key === set.key)?.gone ?? [];
  const used = add.find(({ key }) => gone.includes(key) || remove.includes(key));
  if (used !== undefined) return refuse('unit-key-used', { set: set.key, unit: used.key });
  const kept = units.filter(({ key }) => !remove.includes(key));
  if (kept.length + add.length === 0) return refuse('units-required', { set: set.key });
  const wider = set.within === null ? [] : unitsOfSet(state, set.within);
  return unitsFault(set, [...kept, ...add], wider);
}

/** A unit in which others lie cannot leave before them. */
function innerFault(
  state: ProgrammeState,
  { set, remove }: ChangeUnits,
  sets: readonly UnitSetDefinition[] = [],
): Decision<never> | null {
  for (const inner of sets.filter(({ within }) => within === set)) {
    const units = unitsOfSet(state, inner.key);
    const used = remove.find((key) => units.some(({ within }) => within === key));
    if (used !== undefined) return refuse('unit-in-use', { set: inner.key, unit: used });
  }
  return null;
}
