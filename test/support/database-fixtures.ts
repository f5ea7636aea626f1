/** A database of one's own with Langxia's people in it, a clock that is set by hand, and short ways to act through the door. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Definition } from '../../domain/definition/types.ts';
import type { Moment } from '../../domain/planning/moments.ts';
import type { DecisionKind } from '../../domain/programme/state.ts';
import { createPool, type PoolOptions } from '../../db/pool.ts';
import { listPeopleByAccount } from '../../db/read-models/people.ts';
import { createCalendarStore, type CalendarStore } from '../../engine/calendar-store.ts';
import { createDefinitionStore, type DefinitionStore } from '../../engine/definition-store.ts';
import { createDirectory, type Directory } from '../../engine/directory.ts';
import { createEngine } from '../../engine/execute.ts';
import type {
  CommandKey,
  Engine,
  Executed,
  ExecuteRequest,
  PersonCommand,
} from '../../engine/types.ts';
import type { Clock } from '../../platform/clock.ts';
import { createCatalogue } from '../../programmes/catalogue.ts';
import { createTestDatabase, type TestDatabase } from './servers-database.ts';

export interface SettableClock extends Clock {
  set(instant: string): void;
}

export interface Town {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly clock: SettableClock;
  readonly engine: Engine;
  readonly directory: Directory;
  readonly definitions: DefinitionStore;
  readonly calendars: CalendarStore;
  readonly definition: Definition;
  /** Account → person id; every office of Langxia has an account of its name. */
  readonly people: ReadonlyMap<string, string>;
  /** Another process: a pool and an engine of its own on the same database. */
  anotherProcess(options?: PoolOptions): { readonly pool: Pool; readonly engine: Engine };
  close(): Promise<void>;
}

export const silentLog = {
  debug: (): void => undefined,
  info: (): void => undefined,
  warn: (): void => undefined,
};

export function createSettableClock(start: string): SettableClock {
  let now = start;
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = instant;
    },
  };
}

export interface TownOptions {
  readonly startAt?: string;
  readonly email?: boolean;
}

/** The town as it is on the first day of its paper, unless told otherwise. */
export async function createTown(options: TownOptions = {}): Promise<Town> {
  const { startAt = '2013-09-15T02:00:00.000Z', email = false } = options;
  const database = await createTestDatabase();
  const clock = createSettableClock(startAt);
  const catalogue = createCatalogue();
  const pools: Pool[] = [];
  const anotherProcess: Town['anotherProcess'] = (poolOptions = {}) => {
    const pool = createPool(database.appUrl, poolOptions);
    pools.push(pool);
    return { pool, engine: createEngine({ pool, clock, catalogue, email, log: silentLog }) };
  };
  const { pool, engine } = anotherProcess();
  const definition = catalogue.latest('langxia-transition');
  if (definition === undefined) throw new Error('Langxia is not in the catalogue');
  const directory = createDirectory({ pool, clock });
  await settle(directory, definition);
  const accounts = definition.offices.map(({ key }) => key);
  const rows = await listPeopleByAccount(pool, accounts);
  return {
    database,
    pool,
    clock,
    engine,
    directory,
    definition,
    definitions: createDefinitionStore({ pool, clock, catalogue }),
    calendars: createCalendarStore({ pool, clock }),
    people: new Map(rows.map(({ account, id }) => [account, id])),
    anotherProcess,
    close: async () => {
      await Promise.all(pools.map((each) => each.end()));
      await database.drop();
    },
  };
}

async function settle(directory: Directory, { offices }: Definition): Promise<void> {
  for (const { key, title } of offices) {
    await directory.defineOffice({ key, title }, setup());
    const email = `${key}@langxia.example`;
    const person = {
      account: key,
      name: title,
      email,
      locale: 'zh',
      roles: [],
      passwordHash: null,
    } as const;
    await directory.registerPerson(person, setup());
    await directory.assignOffice({ office: key, account: key }, setup());
  }
}

export function setup(): { readonly by: string; readonly key: CommandKey } {
  return { by: 'setup', key: freshKey('setup') };
}

export function freshKey(scope: string): CommandKey {
  return { scope, id: randomUUID(), bodyHash: 'body' };
}

export function personOf(town: Pick<Town, 'people'>, account: string): string {
  const id = town.people.get(account);
  if (id === undefined) throw new Error(`nobody has the account ${account}`);
  return id;
}

/** Starts a live programme and gives its id. */
export async function startProgramme(town: Town): Promise<string> {
  const owner = personOf(town, town.definition.owner);
  const result = await town.engine.activate({
    definition: { key: town.definition.key },
    caller: { kind: 'person', id: owner },
    key: freshKey(owner),
  });
  if (result.kind !== 'done')
    throw new Error(`the programme was not started: ${JSON.stringify(result)}`);
  return result.outcome.state.id;
}

export interface Act {
  readonly programmeId: string;
  readonly account: string;
  readonly command: PersonCommand;
  readonly key?: CommandKey;
}

export function requestOf(town: Pick<Town, 'people'>, act: Act): ExecuteRequest {
  const id = personOf(town, act.account);
  const { programmeId, command, key = freshKey(id) } = act;
  return { programmeId, command, key, caller: { kind: 'person', id } };
}

export function act(town: Pick<Town, 'people' | 'engine'>, asked: Act): Promise<Executed> {
  return town.engine.execute(requestOf(town, asked));
}

/** Performs everything that is due, one moment after the other, as Temporal would. */
export async function performDue(town: Town, programmeId: string): Promise<readonly Moment[]> {
  const performed: Moment[] = [];
  let plan = await town.engine.nextMoment(programmeId);
  while (plan?.next && plan.next.dueMs <= town.clock.now().getTime()) {
    performed.push(plan.next.moment);
    plan = await town.engine.perform(programmeId, plan.next.moment);
  }
  return performed;
}

/** Hands in everything that the phase owes. */
export async function handInAll(town: Town, programmeId: string, phaseKey: string): Promise<void> {
  const phase = town.definition.phases.find(({ key }) => key === phaseKey);
  for (const { key, office, example } of phase?.deliverables ?? []) {
    const result = await act(town, {
      programmeId,
      account: office,
      command: {
        type: 'HandInDeliverable',
        phase: phaseKey,
        deliverable: key,
        note: `${key} of ${phaseKey}`,
        data: example ?? null,
        files: [],
        contentHash: '',
      },
    });
    if (result.kind !== 'done')
      throw new Error(`${key} was not handed in: ${JSON.stringify(result)}`);
  }
}

export interface Signature {
  readonly phase: string;
  readonly step: string;
  readonly office: string;
  readonly round?: number;
  readonly decision?: DecisionKind;
  readonly opinion?: string;
  readonly returnTo?: string;
}

export function signature(signed: Signature): PersonCommand {
  const {
    phase,
    step,
    office,
    round = 1,
    decision = 'approve',
    opinion = null,
    returnTo = null,
  } = signed;
  return { type: 'DecideStep', phase, round, step, office, decision, opinion, returnTo };
}

/** Open tasks of a programme, as the read model has them. */
export async function openTasks(
  pool: Pool,
  programmeId: string,
): Promise<
  readonly {
    readonly phase: string;
    readonly round: number;
    readonly step: string;
    readonly office: string;
  }[]
> {
  const { rows } = await pool.query<{ phase: string; round: number; step: string; office: string }>(
    `SELECT phase, round, step, office FROM tasks WHERE programme_id = $1 AND status = 'open' ORDER BY id`,
    [programmeId],
  );
  return rows;
}

/** Every office that is asked approves, until nobody is asked any more. */
export async function approveAll(town: Town, programmeId: string): Promise<void> {
  for (
    let open = await openTasks(town.pool, programmeId);
    open.length > 0;
    open = await openTasks(town.pool, programmeId)
  ) {
    for (const task of open) {
      const result = await act(town, {
        programmeId,
        account: task.office,
        command: signature(task),
      });
      if (result.kind !== 'done') throw new Error(`not signed: ${JSON.stringify(result)}`);
    }
  }
}
