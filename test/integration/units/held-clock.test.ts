/** A rehearsal whose clock stands at first: its units begin and work on the first day, however long that takes. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { childOf, createRolloutDesk, START, type RolloutDesk } from '../../support/rollout-api.ts';

const SPEED = 86_400;
const HOLD_SECONDS = 30;
const UNITS = ['a', 'b', 'c', 'd'];

let desk: RolloutDesk;

beforeAll(async () => {
  desk = await createRolloutDesk();
}, 60_000);
afterAll(async () => {
  await desk.api.close();
});

function seconds(count: number): string {
  return new Date(Date.parse(START) + count * 1000).toISOString();
}

async function shownNow(id: string): Promise<string> {
  return (await desk.shown(id)).now;
}

it('stands for the parent and its units alike, and then runs for all of them', async () => {
  const parent = await desk.start({ clock: { speed: SPEED, holdSeconds: HOLD_SECONDS } });
  await desk.api.passTime(parent, seconds(5));
  const children = UNITS.map((unit) => childOf(parent, unit));
  for (const child of children) await desk.api.passTime(child, seconds(HOLD_SECONDS - 1));
  const clock = { anchor: START, startedAt: START, runsFrom: seconds(HOLD_SECONDS), speed: SPEED };
  for (const id of [parent, ...children]) {
    expect(await desk.shown(id)).toMatchObject({ clock, now: START, status: 'active' });
  }
  // The first day's phase is open while the clock stands, and work on it counts as done on that day.
  const [first = ''] = children;
  await desk.finish(first, 'build', { as: 'outsider' });
  const build = (await desk.shown(first)).phases.find(({ key }) => key === 'build');
  expect(build).toMatchObject({ status: 'closed', closedAt: START });
  desk.api.clock.set(seconds(HOLD_SECONDS + 2));
  const twoDaysOn = new Date(Date.parse(START) + 2 * SPEED * 1000).toISOString();
  for (const id of [parent, ...children]) expect(await shownNow(id)).toBe(twoDaysOn);
});

it.each([-1, 601])('refuses a hold of %d seconds', async (holdSeconds) => {
  const body = { definition: { key: 'rollout-plan' }, clock: { speed: SPEED, holdSeconds } };
  const answer = await desk.api.send('POST', '/v1/programmes', { as: 'clerk', body });
  expect([answer.status, answer.body]).toMatchObject([400, { code: 'invalid-request' }]);
});
