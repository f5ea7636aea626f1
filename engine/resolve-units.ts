/** Units as they are asked for become units as they are frozen: their roll-outs can be run, and their accounts are persons. */
import type { Definition } from '../domain/definition/types.ts';
import type { Unit } from '../domain/definition/unit-types.ts';
import { listPeopleByAccount } from '../db/read-models/people.ts';
import { rolloutFault } from '../programmes/rollout-faults.ts';
import type { Door } from './door.ts';
import type { GivenSeat } from './seats.ts';
import type { DataError, EngineRefusal } from './types.ts';

type UnitSets = Readonly<Record<string, readonly Unit[]>>;

/** Every definition of a unit programme has to be published; accounts are looked up together. */
export async function resolveUnitSets(
  door: Pick<Door, 'pool' | 'definitions'>,
  definition: Definition,
  unitSets: UnitSets | undefined,
): Promise<{ readonly unitSets: UnitSets | undefined } | EngineRefusal> {
  const rollouts = definition.rollouts ?? [];
  const errors: DataError[] = [];
  const offices = new Map<string, Set<string>>();
  for (const [index, rollout] of rollouts.entries()) {
    const { key, version } = rollout.definition;
    const found = await door.definitions.get(key, version);
    const fault = rolloutFault(found ?? undefined, `/rollouts/${String(index)}`);
    if (fault !== null) errors.push({ pointer: fault.pointer, message: fault.message });
    const known = offices.get(rollout.unitSet) ?? new Set<string>();
    for (const office of found?.offices ?? []) known.add(office.key);
    offices.set(rollout.unitSet, known);
  }
  if (errors.length > 0) return { code: 'definition-faulty', params: {}, errors };
  if (unitSets === undefined) return { unitSets };
  const fault = Object.entries(unitSets)
    .map(([set, units]) => officeFault(units, offices.get(set) ?? new Set()))
    .find((found) => found !== null);
  if (fault !== undefined) return fault;
  return withPersons(door, unitSets);
}

/** Of the unit programmes that it starts, as far as they are published: `resolveUnitSets` refuses what is not. */
export async function unitDefinitionsOf(
  door: Pick<Door, 'definitions'>,
  { rollouts = [] }: Definition,
): Promise<readonly Definition[]> {
  const found = await Promise.all(
    rollouts.map(({ definition: { key, version } }) => door.definitions.get(key, version)),
  );
  return found.filter((definition) => definition !== null);
}

/** As `resolveUnitSets`, for units that join one set later. */
export async function resolveUnits(
  door: Pick<Door, 'pool' | 'definitions'>,
  definition: Definition,
  { set, units }: { readonly set: string; readonly units: readonly Unit[] },
): Promise<readonly Unit[] | EngineRefusal> {
  const resolved = await resolveUnitSets(door, definition, { [set]: units });
  return 'code' in resolved ? resolved : (resolved.unitSets?.[set] ?? []);
}

/** The seats that a unit gives, as far as the unit programme has them. */
export function givenSeats({ offices = {} }: Unit, definition: Definition): readonly GivenSeat[] {
  return definition.offices.flatMap(({ key, title }) => {
    const personId = Object.hasOwn(offices, key) ? offices[key] : undefined;
    return personId === undefined ? [] : [{ office: key, title, personId }];
  });
}

function officeFault(units: readonly Unit[], known: ReadonlySet<string>): EngineRefusal | null {
  const asked = units.flatMap(({ offices = {} }) => Object.keys(offices));
  const unknown = asked.find((office) => !known.has(office));
  return unknown === undefined ? null : { code: 'unknown-office', params: { office: unknown } };
}

async function withPersons(
  { pool }: Pick<Door, 'pool'>,
  unitSets: UnitSets,
): Promise<{ readonly unitSets: UnitSets } | EngineRefusal> {
  const all = Object.values(unitSets).flat();
  const accounts = [...new Set(all.flatMap(({ offices = {} }) => Object.values(offices)))];
  if (accounts.length === 0) return { unitSets };
  const people = new Map(
    (await listPeopleByAccount(pool, accounts))
      .filter(({ disabledAt, roles }) => disabledAt === null && roles.length === 0)
      .map(({ account, id }) => [account, id]),
  );
  const missing = accounts.find((account) => !people.has(account));
  if (missing !== undefined) return { code: 'account-not-found', params: { account: missing } };
  const entries = Object.entries(unitSets).map(([set, units]): [string, readonly Unit[]] => [
    set,
    units.map((unit) => asPersons(unit, people)),
  ]);
  return { unitSets: Object.fromEntries(entries) };
}

function asPersons(unit: Unit, people: ReadonlyMap<string, string>): Unit {
  if (unit.offices === undefined) return unit;
  const offices = Object.entries(unit.offices).map(([office, account]): [string, string] => [
    office,
    people.get(account) ?? account,
  ]);
  return { ...unit, offices: Object.fromEntries(offices) };
}
