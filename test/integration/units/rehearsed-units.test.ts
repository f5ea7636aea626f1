/** The persons of a rehearsal in its unit programmes: the same ones, whose offices the parent gave for all units. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standInSchema } from '../../../api/schemas/stand-ins.ts';
import { childOf, createRolloutDesk, START, type RolloutDesk } from '../../support/rollout-api.ts';

let desk: RolloutDesk;
let parent = '';

beforeAll(async () => {
  desk = await createRolloutDesk();
  parent = await desk.start({ clock: { speed: 100, standIns: true } });
  await desk.api.passTime(parent, START);
  for (const unit of ['a', 'b']) await desk.api.passTime(childOf(parent, unit), START);
}, 60_000);
afterAll(async () => {
  await desk.api.close();
});

async function open(id: string, office: string): Promise<{ readonly authorization: string }> {
  const path = `/v1/programmes/${id}/stand-ins`;
  const answer = await desk.api.send('POST', path, { as: 'clerk', body: { office } });
  expect(answer.status).toBe(201);
  return { authorization: `Bearer ${standInSchema.parse(answer.body).token}` };
}

async function handIn(unit: string, headers: { readonly authorization: string }): Promise<number> {
  const path = `/v1/programmes/${childOf(parent, unit)}/phases/build/deliverables/report`;
  return (await desk.api.send('PUT', path, { headers, body: { note: 'done' } })).status;
}

describe('a rehearsal that is rolled out to units', () => {
  it('is played in a unit by the persons of the rehearsal, asked for there or at the parent', async () => {
    const unit = childOf(parent, 'b');
    expect(await handIn('b', await open(unit, 'committee'))).toBe(200);
    const task = `/v1/tasks/${unit}.build.1.street.street/decisions`;
    const headers = await open(parent, 'street');
    const body = { decision: 'approve' };
    expect((await desk.api.send('POST', task, { headers, body })).status).toBe(201);
  });

  it('leaves an office that a unit gave to an account to that account, and the unit unknown to others', async () => {
    expect(await handIn('a', await open(parent, 'committee'))).toBe(404);
  });
});
