/** Which seat fills each office of a programme: the organisation's, or one given to an account for this programme only. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Definition, Localised, OfficeDefinition } from '../domain/definition/types.ts';
import { listPeopleByAccount } from '../db/read-models/people.ts';
import type { EngineRefusal } from './types.ts';

export interface GivenSeat {
  readonly office: string;
  /** What the organisation calls an office that it did not know before. */
  readonly title: Localised;
  readonly personId: string;
  /** Of somebody who begins to exist with the programme. */
  readonly rehearsalPerson?: { readonly account: string; readonly name: Localised };
}

export interface SeatPlan {
  /** Office → seat, for every office of the definition, and for those of its unit programmes that were given to an account. */
  readonly byOffice: Readonly<Record<string, string>>;
  readonly given: readonly GivenSeat[];
}

export interface SeatRequest {
  readonly programmeId: string;
  readonly definition: Definition;
  /** Of the unit programmes of its roll-outs, whose offices may be given as well, once for all units. */
  readonly unitDefinitions: readonly Definition[];
  /** Office → account. */
  readonly offices: Readonly<Record<string, string>>;
  /** Whether every other office is held by a person of this rehearsal. */
  readonly isCast: boolean;
}

/** An administrator signs nothing, so his account counts as not found. A vacant office is no refusal: it shows in the programme. */
export async function resolveSeats(
  pool: Pool,
  request: SeatRequest,
): Promise<SeatPlan | EngineRefusal> {
  const { programmeId, definition, unitDefinitions, offices } = request;
  const known = [definition, ...unitDefinitions].flatMap((each) => each.offices);
  const asked = Object.entries(offices);
  const accounts = [...new Set(asked.map(([, account]) => account))];
  const people = accounts.length === 0 ? [] : await listPeopleByAccount(pool, accounts);
  const given: GivenSeat[] = [];
  for (const [office, account] of asked) {
    const title = titleOf(known, office);
    if (title === null) return { code: 'unknown-office', params: { office } };
    const person = people.find((candidate) => candidate.account === account);
    if (person?.disabledAt !== null || person.roles.length > 0) {
      return { code: 'account-not-found', params: { account } };
    }
    given.push({ office, title, personId: person.id });
  }
  const cast = request.isCast ? castOffices(request, given) : [];
  return planSeats({ programmeId, definition, given: [...given, ...cast] });
}

/** A person for each office that nobody was given: another one each, so that duties are as separate as in life. */
function castOffices(
  { programmeId, definition, unitDefinitions }: SeatRequest,
  given: readonly GivenSeat[],
): readonly GivenSeat[] {
  const taken = new Set(given.map(({ office }) => office));
  const cast = new Map<string, GivenSeat>();
  for (const { key, title } of [definition, ...unitDefinitions].flatMap(({ offices }) => offices)) {
    if (taken.has(key) || cast.has(key)) continue;
    const account = `rehearsal/${programmeId}/${key}`;
    const name = { zh: `演练·${title.zh}`, en: `Rehearsal · ${title.en}` };
    const rehearsalPerson = { account, name };
    cast.set(key, { office: key, title, personId: randomUUID(), rehearsalPerson });
  }
  return [...cast.values()];
}

export interface SeatScene {
  readonly programmeId: string;
  readonly definition: Definition;
  readonly given: readonly GivenSeat[];
  /** Of the programme that starts this one for a unit. */
  readonly parentSeats?: SeatPlan['byOffice'];
}

/** The organisation's seats, but for the offices given to a person in this programme, or else in its parent. */
export function planSeats({
  programmeId,
  definition,
  given,
  parentSeats = {},
}: SeatScene): SeatPlan {
  const shared = definition.offices.map(({ key }): [string, string] => [
    key,
    (Object.hasOwn(parentSeats, key) ? parentSeats[key] : undefined) ?? key,
  ]);
  const own = given.map(({ office }): [string, string] => [office, `${programmeId}:${office}`]);
  return { byOffice: Object.fromEntries([...shared, ...own]), given };
}

function titleOf(known: readonly OfficeDefinition[], office: string): Localised | null {
  return known.find(({ key }) => key === office)?.title ?? null;
}
