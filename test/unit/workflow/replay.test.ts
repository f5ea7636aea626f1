/** Histories that were recorded on a real server must replay through today's workflow code; one that was altered must not. */
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { projectPath } from '../../../platform/paths.ts';
import { bundleWorkflows } from '../../../worker/bundle.ts';

jest.setTimeout(60_000);

const folder = projectPath('test', 'fixtures', 'histories');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
let code: string;

beforeAll(async () => {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR', () => undefined) });
  code = await bundleWorkflows();
});

const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

const replay = (history: unknown): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { code } }, history);

describe('recorded histories', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(3);
  });

  it.each(names)('replays %s', async (name) => {
    await expect(replay(JSON.parse(read(name)))).resolves.toBeUndefined();
  });

  it('refuses a history in which another activity stands', async () => {
    const altered = read('story.json').replaceAll('"name":"openPhase"', '"name":"closePhase"');
    expect(altered === read('story.json')).toBe(false);
    await expect(replay(JSON.parse(altered))).rejects.toThrow(/Nondeterminism/i);
  });

  it('refuses a history that lacks one of its timers', async () => {
    const history = JSON.parse(read('story.json')) as {
      events: { timerStartedEventAttributes?: unknown }[];
    };
    const index = history.events.findIndex((event) => event.timerStartedEventAttributes);
    expect(index).toBeGreaterThan(0);
    history.events.splice(index, 1);
    await expect(replay(history)).rejects.toThrow();
  });
});

describe('the bundle', () => {
  it('holds no schema or date library, whose weight every cached workflow would carry', () => {
    const modules = [...code.matchAll(/node_modules\/((?:@[^/"]+\/)?[^/"!?]+)\//g)].map(
      (match) => match[1],
    );
    const found = new Set(modules);
    for (const banned of ['zod', 'temporal-polyfill', 'pg', 'luxon', 'date-fns']) {
      expect(found).not.toContain(banned);
    }
    expect(found).toContain('@temporalio/workflow');
  });

  it('knows of the project only its workflows', () => {
    expect(code).not.toMatch(/\.\/(domain|engine|db|api|notify|platform)\/[a-z]/);
  });
});
