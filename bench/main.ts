/** `npm run bench`: measures Milepost beside what it is compared with, on servers of its own, and prints and keeps the figures. */
import { availableParallelism } from 'node:os';
import { childEnvironment } from '../platform/config.ts';
import { createLifecycle } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/logger.ts';
import { projectPath } from '../platform/paths.ts';
import { runMain } from '../platform/startup-error.ts';
import { findChromium } from './chromium.ts';
import { manyWithReaders } from './definitions.ts';
import { createFigures, tableOf, writeResults } from './figures.ts';
import { benchInbox } from './inbox.ts';
import { parseOptions, type Benchmark } from './options.ts';
import { benchPages } from './pages.ts';
import { settlePeople } from './people.ts';
import { createRaw, type Raw } from './raw.ts';
import type { Scene } from './scene.ts';
import { memoryOf } from './proc.ts';
import { untilSettled } from './programmes.ts';
import { benchScale } from './scale.ts';
import { benchSignOffs } from './sign-off.ts';
import { benchStorm } from './storm.ts';
import { provideSurroundings } from './surroundings.ts';

const CLOSE_DEADLINE_MS = 90_000;

const RUNS: Readonly<Record<Benchmark, (scene: Scene) => Promise<void>>> = {
  'sign-off': benchSignOffs,
  inbox: benchInbox,
  pages: benchPages,
  storm: benchStorm,
  scale: benchScale,
};

async function main(): Promise<void> {
  const { names, profile, share } = parseOptions(process.argv.slice(2));
  // What is missing is better said now than after minutes of measuring.
  if (names.includes('pages')) findChromium(childEnvironment({}));
  const log = createLogger({ name: 'bench', level: 'error' });
  const lifecycle = createLifecycle({ log, deadlineMs: CLOSE_DEADLINE_MS });
  lifecycle.listen();
  const begun = performance.now();
  try {
    const around = await provideSurroundings({ lifecycle, log, profile });
    const people = await settlePeople(around, manyWithReaders().offices);
    let raw: Promise<Raw> | undefined;
    const scene: Scene = {
      ...{ around, people, share },
      figures: createFigures(),
      raw: () => (raw ??= createRaw(around)),
    };
    await untilSettled(around);
    measureMemory(scene, 'idle');
    for (const name of names) {
      await RUNS[name](scene);
      measureMemory(scene, `after ${name}`);
    }
    report(scene, (performance.now() - begun) / 1000);
  } finally {
    await lifecycle.close();
  }
}

function measureMemory({ around, figures }: Scene, when: string): void {
  for (const [name, pid] of Object.entries(around.pids)) {
    const size = memoryOf(pid);
    if (size !== undefined) figures.add(`memory of ${name}, ${when}`, 'MiB', size);
  }
}

/** Figures of a quick look are printed and not kept. */
function report({ figures, share }: Scene, seconds: number): void {
  process.stdout.write(`\n${tableOf(figures.list())}\n\n`);
  const where = `${availableParallelism()} processors, Node.js ${process.versions.node}`;
  process.stdout.write(`${where}, ${Math.round(seconds)} s\n`);
  if (share < 1) return;
  const file = projectPath('bench', 'results.json');
  writeResults(file, figures.list());
  process.stdout.write(`kept in ${file}\n`);
}

await runMain(main);
