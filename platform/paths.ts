/** Finds the project's own files, whether the program runs from its sources or from dist/. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds Milepost's package.json. SQL, JSON and the build are found from here. */
export const projectRoot: string = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

/** The absolute path of a file of the project. */
export function projectPath(...segments: readonly string[]): string {
  return join(projectRoot, ...segments);
}

function findProjectRoot(folder: string): string {
  if (isProject(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json of milepost is not above this module');
  return findProjectRoot(parent);
}

function isProject(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return (
    typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'milepost'
  );
}
