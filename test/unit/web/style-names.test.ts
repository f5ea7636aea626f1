/** Styles of all pages meet in one document, so a name belongs to one folder: another folder would dress what is not its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from '@jest/globals';
import { projectPath } from '../../../platform/paths.ts';

const SELECTORS = /([^{}]+)\{/g;
const FIRST_NAME = /^\s*\.([A-Za-z][\w-]*)\s*(?::[\w-]+)?\s*$/;

/** Names that a rule dresses wherever they stand, each with the folders whose style sheets do. */
function foldersByName(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const files = readdirSync(projectPath('web'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.css'))) {
    const text = readFileSync(projectPath('web', file), 'utf8').replace(/\/\*.*?\*\//gs, '');
    for (const [, selectors = ''] of text.matchAll(SELECTORS)) {
      for (const selector of selectors.split(',')) {
        const name = FIRST_NAME.exec(selector)?.[1];
        if (name === undefined) continue;
        found.set(name, (found.get(name) ?? new Set()).add(dirname(file)));
      }
    }
  }
  return found;
}

it('dresses no name from two folders', () => {
  const names = [...foldersByName()];
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter(([, folders]) => folders.size > 1)).toEqual([]);
});
