/** The pages in a real browser: how soon an inbox can be used, what scripts that takes, and how soon an act is on somebody else's page. */
import { systemClock } from '../platform/clock.ts';
import { childEnvironment } from '../platform/config.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { manyWithReaders, placeOf } from './definitions.ts';
import { createEntrance } from './entrance.ts';
import { benchInboxPage } from './inbox-page.ts';
import { benchLiveChange } from './live-change.ts';
import { engineFor, programmesToSign, untilSettled } from './programmes.ts';
import type { Scene } from './scene.ts';

/** In the inbox of each office that reads. */
const TASKS = 50;

/** Signals are for whoever owns the browser and everything else. */
const WITHOUT_SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

export async function benchPages(scene: Scene): Promise<void> {
  const { around, people } = scene;
  around.say('正在准备页面', `pages: an inbox of ${TASKS} tasks`);
  const definition = manyWithReaders();
  const engine = engineFor(around, definition, systemClock);
  const ids = await programmesToSign({ engine, definition, people }, TASKS);
  await untilSettled(around);
  const chromium = await launchChromium(findChromium(childEnvironment({})), WITHOUT_SIGNALS);
  around.own('browser', () => chromium.close());
  const enter = createEntrance(scene, chromium.browser);
  await benchInboxPage(scene, enter);
  const step = `${ids[0] ?? ''}.${placeOf(definition, 0)}`;
  const signers = definition.offices.filter(({ key }) => key.startsWith('signer-'));
  await benchLiveChange(scene, { enter, step, signers });
  await chromium.close();
}
