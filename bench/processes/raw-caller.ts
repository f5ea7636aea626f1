/** A process that starts raw workflows and sends them updates. */
import { Client, Connection } from '@temporalio/client';
import type { CallerReport } from './http-caller.ts';
import { serve } from './serve.ts';

export interface RawStart {
  readonly type: 'rawProgramme' | 'rawReminder';
  readonly ids: readonly string[];
  readonly args: readonly unknown[];
  readonly taskQueue: string;
  readonly atOnce: number;
}

export interface RawUpdates {
  readonly ids: readonly string[];
  readonly callers: number;
  readonly count: number;
}

const state: { client?: Client } = {};

serve({ connect, startAll, update, endAll });

async function connect(place: {
  readonly address: string;
  readonly namespace: string;
}): Promise<void> {
  const connection = await Connection.connect({ address: place.address });
  state.client = new Client({ connection, namespace: place.namespace });
}

async function startAll(job: RawStart): Promise<void> {
  const { type, args, taskQueue } = job;
  await inLanes(job.ids, job.atOnce, async (workflowId) => {
    await client().workflow.start(type, { workflowId, taskQueue, args: [...args] });
  });
}

async function update({ ids, callers, count }: RawUpdates): Promise<CallerReport> {
  const latencies: number[] = [];
  const numbers = Array.from({ length: count }, (_, index) => index);
  const begun = performance.now();
  await inLanes(numbers, callers, async (number) => {
    const sent = performance.now();
    const handle = client().workflow.getHandle(ids[number % ids.length] ?? '');
    await handle.executeUpdate('sign', { args: [number] });
    latencies.push(performance.now() - sent);
  });
  return { seconds: (performance.now() - begun) / 1000, latencies };
}

async function endAll({ ids }: { readonly ids: readonly string[] }): Promise<void> {
  await inLanes(ids, 10, (id) => client().workflow.getHandle(id).signal('end'));
}

function client(): Client {
  if (state.client === undefined) throw new Error('not connected');
  return state.client;
}

async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const lane = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
