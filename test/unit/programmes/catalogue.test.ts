/** The catalogue reads what ships with the program and refuses what is faulty. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCatalogue, FaultyDefinitionError } from '../../../programmes/catalogue.ts';

const shipped = createCatalogue();
const langxia = shipped.latest('langxia-transition');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(key: string, file: string, content: unknown): void {
  mkdirSync(join(folder, key), { recursive: true });
  writeFileSync(
    join(folder, key, file),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
}

describe('the shipped catalogue', () => {
  test('has Langxia', () => {
    expect(shipped.list().map(({ key, version }) => `${key} ${version}`)).toContain(
      'langxia-transition 1',
    );
    expect(shipped.get('langxia-transition', 1)).toBe(langxia);
  });

  test('does not know what is not there', () => {
    expect(shipped.latest('constructor')).toBeUndefined();
    expect(shipped.get('langxia-transition', 2)).toBeUndefined();
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(langxia?.phases[0]?.window)).toBe(true);
  });
});

describe('a folder of definitions', () => {
  test('gives the highest version as a number, not as text', () => {
    for (const version of [1, 2, 10])
      put('langxia-transition', `v${version}.json`, { ...langxia, version });
    put('langxia-transition', 'draft.json', 'not read');
    const catalogue = createCatalogue(folder);
    expect(catalogue.latest('langxia-transition')?.version).toBe(10);
    expect(catalogue.list().map(({ version }) => version)).toEqual([1, 2, 10]);
  });

  test('with a faulty definition is refused with every fault', () => {
    put('langxia-transition', 'v1.json', { ...langxia, owner: 'nobody', zone: 'nowhere' });
    expect(() => createCatalogue(folder)).toThrow(FaultyDefinitionError);
    expect(() => createCatalogue(folder)).toThrow(/\/zone: [^]*\/owner: /);
  });

  test('with a definition in the wrong place is refused', () => {
    put('langxia-transition', 'v2.json', langxia);
    expect(() => createCatalogue(folder)).toThrow(/does not lie where/);
  });

  test('with a file that is no JSON is refused by its name', () => {
    put('langxia-transition', 'v1.json', '{');
    expect(() => createCatalogue(folder)).toThrow(
      'langxia-transition/v1.json cannot be read as JSON',
    );
  });
});
