/** Brings programmes to where a measurement begins, through the engine. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Definition } from '../domain/definition/types.ts';
import { createOutbox } from '../db/outbox.ts';
import { createEngine } from '../engine/execute.ts';
import type { Caller, CommandKey, Engine, Executed } from '../engine/types.ts';
import type { Clock } from '../platform/clock.ts';
import type { People } from './people.ts';
import { untilQuiet } from './proc.ts';
import type { Surroundings } from './surroundings.ts';

const AT_ONCE = 8;
const POLL_MS = 250;
const TOLD_DEADLINE_MS = 240_000;
const QUIET_DEADLINE_MS = 60_000;

export interface Preparation {
  readonly engine: Engine;
  readonly definition: Definition;
  readonly people: People;
}

export function engineFor(around: Surroundings, definition: Definition, clock: Clock): Engine {
  const catalogue = { list: () => [definition] };
  return createEngine({ pool: around.pool, clock, catalogue, email: false, log: around.log });
}

/** Live programmes that begin today, everything of the first phase handed in, so that its first step is open. Their ids. */
export function programmesToSign(
  preparation: Preparation,
  count: number,
): Promise<readonly string[]> {
  return makeMany(count, async () => {
    const id = await activate(preparation, {});
    await handInFirst(preparation, id);
    return id;
  });
}

/** Rehearsals at the speed of real time, their first phase open. Their ids. */
export function programmesToRemind(
  preparation: Preparation,
  count: number,
): Promise<readonly string[]> {
  return makeMany(count, async () => {
    const id = await activate(preparation, { speed: 1 });
    const plan = await preparation.engine.nextMoment(id);
    const moment = plan?.next?.moment;
    if (moment === undefined) throw new Error('nothing is planned');
    await preparation.engine.perform(id, moment);
    return id;
  });
}

/** Waits until Temporal has heard of everything and nobody has anything left to do. */
export async function untilSettled(around: Surroundings): Promise<void> {
  const outbox = createOutbox(around.pool);
  for (let waited = 0; (await outbox.health()).waiting > 0; waited += POLL_MS) {
    if (waited > TOLD_DEADLINE_MS) throw new Error('Temporal was not told in time');
    await delay(POLL_MS);
  }
  await untilQuiet(Object.values(around.pids), QUIET_DEADLINE_MS);
}

async function activate(
  { engine, definition, people }: Preparation,
  options: { readonly speed?: number },
): Promise<string> {
  const executed = await engine.activate({
    definition: { key: definition.key },
    caller: callerOf(people, definition.owner),
    key: newKey(),
    ...options,
  });
  return doneIn(executed).outcome.state.id;
}

async function handInFirst(
  { engine, definition, people }: Preparation,
  programmeId: string,
): Promise<void> {
  const [phase] = definition.phases;
  for (const deliverable of phase?.deliverables ?? []) {
    const executed = await engine.execute({
      programmeId,
      caller: callerOf(people, deliverable.office),
      key: newKey(),
      command: {
        type: 'HandInDeliverable',
        phase: phase?.key ?? '',
        deliverable: deliverable.key,
        note: `${deliverable.title.zh} · ${deliverable.title.en}`,
        data: deliverable.example ?? null,
        files: [],
        contentHash: '',
      },
    });
    doneIn(executed);
  }
}

function doneIn(executed: Executed): Extract<Executed, { readonly kind: 'done' }> {
  if (executed.kind !== 'done') throw new Error(`not done: ${JSON.stringify(executed)}`);
  return executed;
}

function callerOf(people: People, office: string): Caller {
  return { kind: 'person', id: people.idOf(office) };
}

function newKey(): CommandKey {
  return { scope: 'setup', id: randomUUID(), bodyHash: 'bench' };
}

async function makeMany(count: number, make: () => Promise<string>): Promise<readonly string[]> {
  const ids: string[] = [];
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      ids.push(await make());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return ids;
}
