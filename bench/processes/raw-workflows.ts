/** Workflows without rules, to compare with: an update that an activity records, and a timer that an activity follows. */
import {
  condition,
  defineSignal,
  defineUpdate,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { RawActivities } from './raw-worker.ts';

export const sign = defineUpdate<number, [number]>('sign');
export const end = defineSignal('end');

const { record } = proxyActivities<RawActivities>({ startToCloseTimeout: '30 seconds' });

/** Takes sign-offs by updates; each is recorded by an activity before it is answered. */
export async function rawProgramme(): Promise<void> {
  let isOver = false;
  setHandler(end, () => {
    isOver = true;
  });
  setHandler(sign, async (number) => {
    await record({ kind: 'sign', workflowId: workflowInfo().workflowId, number });
    return number;
  });
  await condition(() => isOver);
}

/** Sleeps until an instant (milliseconds since the epoch), then has an activity record it. */
export async function rawReminder(dueMs: number): Promise<void> {
  // Inside a workflow this is the recorded time of the workflow task.
  await sleep(Math.max(1, dueMs - Date.now()));
  await record({ kind: 'remind', workflowId: workflowInfo().workflowId, number: 0 });
}
