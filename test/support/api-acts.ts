/** Acts that carry a programme along through the API, as the offices' own accounts. */
import type { z } from 'zod';
import {
  programmeSchema,
  startedProgramme,
  type phaseSchema,
} from '../../api/schemas/programmes.ts';
import type { ApiAnswer, TestApi } from './api-client.ts';

export type Phase = z.output<typeof phaseSchema>;

/** A live programme of the Langxia plan that starts on the day the clock shows, its first phase open. */
export async function startLangxia(
  api: TestApi,
  body: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const answer = await api.send('POST', '/v1/programmes', {
    as: 'group-office',
    body: { definition: { key: 'langxia-transition' }, ...body },
  });
  if (answer.status !== 201) throw new Error(`it was not started: ${answer.text}`);
  const { id } = startedProgramme.parse(answer.body);
  await api.passTime(id, api.clock.now().toISOString());
  return id;
}

export async function phaseOf(api: TestApi, id: string, key: string): Promise<Phase> {
  const { phases } = await api.read(programmeSchema, `/v1/programmes/${id}`, { as: 'mayor' });
  const phase = phases.find((one) => one.key === key);
  if (phase === undefined) throw new Error(`no phase ${key}`);
  return phase;
}

/** Hands in everything that the phase owes, each by its own office, tables with their examples. */
export async function handInAll(api: TestApi, id: string, key: string): Promise<void> {
  // The phase may open only with the first act after its moment, so the definition tells what it owes.
  for (const { key: deliverable, office, title, schema, example } of (await phaseOf(api, id, key))
    .deliverables) {
    const data = schema === undefined ? {} : { data: example };
    const path = `/v1/programmes/${id}/phases/${key}/deliverables/${deliverable}`;
    const body = { note: `${title.zh} 已完成`, ...data };
    const answer = await api.send('PUT', path, { as: office, body });
    if (answer.status !== 200) throw new Error(`${deliverable} was not taken: ${answer.text}`);
  }
}

/** Approves every open slot of the phase, until it is no longer open. */
export async function signAll(api: TestApi, id: string, key: string): Promise<void> {
  for (let phase = await phaseOf(api, id, key); phase.status === 'open';) {
    const step = phase.steps.find((one) => one.status === 'open');
    const slot = step?.slots.find((one) => one.status === 'open');
    if (step === undefined || slot === undefined) throw new Error(`nothing is open in ${key}`);
    const task = `${id}.${key}.${phase.round}.${step.key}.${slot.office}`;
    const answer = await decide(api, task, { decision: 'approve' });
    if (answer.status !== 201) throw new Error(`${task} was not taken: ${answer.text}`);
    phase = await phaseOf(api, id, key);
  }
}

/** A decision by the account of the task's own office. */
export function decide(
  api: TestApi,
  task: string,
  body: Readonly<Record<string, unknown>>,
): Promise<ApiAnswer> {
  const as = task.split('.').at(-1) ?? '';
  return api.send('POST', `/v1/tasks/${task}/decisions`, { as, body });
}
