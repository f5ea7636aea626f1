/** Which seat fills each office of a programme: the organisation's, or one given to an account for this programme only. */
import type { Pool } from 'pg';
import type { Definition } from '../domain/definition/types.ts';
import { listPeopleByAccount } from '../db/read-models/people.ts';
import type { EngineRefusal } from './types.ts';

export interface SeatPlan {
  /** Office → seat, for every office of the definition. */
  readonly byOffice: Readonly<Record<string, string>>;
  readonly given: readonly { readonly office: string; readonly personId: string }[];
}

export interface SeatRequest {
  readonly programmeId: string;
  readonly definition: Definition;
  /** Office → account. */
  readonly offices: Readonly<Record<string, string>>;
}

/** An administrator signs nothing, so his account counts as not found. A vacant office is no refusal: it shows in the programme. */
export async function resolveSeats(
  pool: Pool,
  request: SeatRequest,
): Promise<SeatPlan | EngineRefusal> {
  const { programmeId, definition, offices } = request;
  const asked = Object.entries(offices);
  const unknown = asked.find(([office]) => !definition.offices.some(({ key }) => key === office));
  if (unknown !== undefined) return { code: 'unknown-office', params: { office: unknown[0] } };
  const accounts = [...new Set(asked.map(([, account]) => account))];
  const people = accounts.length === 0 ? [] : await listPeopleByAccount(pool, accounts);
  const given: { office: string; personId: string }[] = [];
  for (const [office, account] of asked) {
    const person = people.find((candidate) => candidate.account === account);
    if (person?.disabledAt !== null || person.roles.length > 0) {
      return { code: 'account-not-found', params: { account } };
    }
    given.push({ office, personId: person.id });
  }
  return planSeats(programmeId, definition, given);
}

/** The organisation's seats, but for the offices that are given to a person in this programme. */
export function planSeats(
  programmeId: string,
  definition: Definition,
  given: SeatPlan['given'],
): SeatPlan {
  const own = new Set(given.map(({ office }) => office));
  const byOffice = definition.offices.map(({ key }): [string, string] => [
    key,
    own.has(key) ? `${programmeId}:${key}` : key,
  ]);
  return { byOffice: Object.fromEntries(byOffice), given };
}
