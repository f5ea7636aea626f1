/** A town with a ledger of its own: people who hold Langxia's offices, the engine, the outbox, and rehearsals started in it. */
import type { Pool } from 'pg';
import { toProgrammeTime } from '../../../domain/calendar/rehearsal-clock.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import type { Conduct } from '../../../domain/planning/conduct.ts';
import type { ProgrammeState } from '../../../domain/programme/state.ts';
import { play, type Played } from '../../../cli/rehearse/player.ts';
import type { Desk, EventSeen } from '../../../cli/rehearse/desk.ts';
import { createOutbox, type Outbox } from '../../../db/outbox.ts';
import { createPool } from '../../../db/pool.ts';
import { createDirectory } from '../../../engine/directory.ts';
import { createEngine } from '../../../engine/execute.ts';
import type { Engine } from '../../../engine/types.ts';
import { systemClock } from '../../../platform/clock.ts';
import { createCatalogue, type Catalogue } from '../../../programmes/catalogue.ts';
import { createTestDatabase } from '../../support/servers-database.ts';
import { aKey } from './a-key.ts';
import { createEngineDesk } from './engine-desk.ts';

const DAY_MS = 86_400_000;
const quiet = { debug: () => undefined, warn: () => undefined };

export interface Rehearsal {
  readonly id: string;
  readonly desk: Desk;
  /** Plays the people until the programme is over. */
  play(conduct?: Conduct): Promise<Played>;
  events(): Promise<readonly EventSeen[]>;
  state(): Promise<ProgrammeState>;
  /** Resolves to whether the programme's clock has passed the start of its n-th day. */
  hasPassed(days: number): Promise<boolean>;
}

export interface Town {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly outbox: Outbox;
  readonly definition: Definition;
  /** Another process's engine on the same ledger. */
  anotherEngine(): Engine;
  /** @param days length of the whole plan in real seconds: 107 days in so many. */
  startRehearsal(secondsForThePlan: number): Promise<Rehearsal>;
  close(): Promise<void>;
}

/** Of Langxia's plan, unless another catalogue's definition is named. */
export async function createTown(
  catalogue: Catalogue = createCatalogue(),
  key = 'langxia-transition',
): Promise<Town> {
  const database = await createTestDatabase();
  const pools: Pool[] = [];
  const openPool = (): Pool => {
    const pool = createPool(database.appUrl, { size: 8 });
    pools.push(pool);
    return pool;
  };
  const pool = openPool();
  const definition = catalogue.latest(key);
  if (definition === undefined) throw new Error(`the catalogue lacks ${key}`);
  const engineOn = (on: Pool): Engine =>
    createEngine({ pool: on, clock: systemClock, catalogue, email: false, log: quiet });
  const engine = engineOn(pool);
  const people = await settlePeople(pool, definition);

  return {
    pool,
    engine,
    outbox: createOutbox(pool),
    definition,
    anotherEngine: () => engineOn(openPool()),
    startRehearsal: (seconds) => startRehearsal({ engine, pool, definition, people }, seconds),
    close: async () => {
      await Promise.all(pools.map((each) => each.end()));
      await database.drop();
    },
  };
}

interface Scene {
  readonly engine: Engine;
  readonly pool: Pool;
  readonly definition: Definition;
  /** Office key → id of its holder. */
  readonly people: ReadonlyMap<string, string>;
}

async function startRehearsal(scene: Scene, seconds: number): Promise<Rehearsal> {
  const { engine, pool, definition, people } = scene;
  const last = definition.phases.at(-1)?.window.to ?? definition.startsOn;
  const days = (Date.parse(last) - Date.parse(definition.startsOn)) / DAY_MS + 1;
  const owner = people.get(definition.owner) ?? '';
  const started = await engine.activate({
    definition: { key: definition.key },
    caller: { kind: 'person', id: owner },
    key: aKey(owner),
    speed: (days * 86_400) / seconds,
    offices: Object.fromEntries(definition.offices.map(({ key }) => [key, key])),
  });
  if (started.kind !== 'done') throw new Error(`not started: ${JSON.stringify(started)}`);
  const { id, clock } = started.outcome.state;
  const desk = createEngineDesk({ engine, pool, definition, people, programmeId: id });
  const now = (): string => toProgrammeTime(clock, new Date().toISOString());
  const after = (daysLater: number): string =>
    new Date(Date.parse(definition.startsOn) + daysLater * DAY_MS).toISOString();
  return {
    id,
    desk,
    events: () => desk.eventsAfter(0),
    state: () => desk.state(),
    hasPassed: (daysLater) => Promise.resolve(now() > after(daysLater)),
    play: (conduct = { exceptions: [] }) =>
      play({
        desk,
        conduct,
        context: { definition, calendar: CN_PUBLIC },
        clock: systemClock,
        until: after(days * 6),
      }),
  };
}

/** One person for each office; the account is the office's key. */
async function settlePeople(
  pool: Pool,
  definition: Definition,
): Promise<ReadonlyMap<string, string>> {
  const directory = createDirectory({ pool, clock: systemClock });
  const people = new Map<string, string>();
  for (const { key, title } of definition.offices) {
    const account = { account: key, name: title, email: null, locale: 'zh', roles: [] } as const;
    const made = await directory.registerPerson(
      { ...account, passwordHash: null },
      { by: 'setup', key: aKey('setup') },
    );
    if (made.kind !== 'done') throw new Error(`no person for ${key}`);
    people.set(key, made.value.id);
  }
  return people;
}
