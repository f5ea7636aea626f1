/** Bundles the workflow code once, at build time, into a file that every worker loads: dist/workflow-bundle.js. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { projectPath } from '../platform/paths.ts';
import { runMain } from '../platform/startup-error.ts';

/** Where the build leaves the bundle. */
export const workflowBundlePath: string = projectPath('dist', 'workflow-bundle.js');

/** The bundled code of all workflows, from the sources where they are at hand, else from the build. */
export async function bundleWorkflows(): Promise<string> {
  const source = projectPath('workflows', 'reform-programme.ts');
  const built = projectPath('dist', 'workflows', 'reform-programme.js');
  const { code } = await bundleWorkflowCode({
    workflowsPath: existsSync(source) ? source : built,
    logger: quietLogger,
  });
  return code;
}

/** Writes the bundle; a reader never sees half of it. */
export async function writeWorkflowBundle(path: string): Promise<void> {
  const code = await bundleWorkflows();
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, path);
}

const ignore = (): void => undefined;
const quietLogger = {
  log: ignore,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(() => writeWorkflowBundle(workflowBundlePath));
}
