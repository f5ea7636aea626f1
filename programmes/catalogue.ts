/** The definitions that ship with the program: read once, judged, frozen. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../domain/definition/fault.ts';
import type { Definition } from '../domain/definition/types.ts';
import { parseDefinition } from './parse-definition.ts';
import { rolloutFaults } from './rollout-faults.ts';

export interface Catalogue {
  /** The highest version; undefined when there is no such definition. */
  latest(key: string): Definition | undefined;
  get(key: string, version: number): Definition | undefined;
  /** Every version of every definition, by key and then by version. */
  list(): readonly Definition[];
}

/** A definition that ships with the program is faulty; the message lists every fault. */
export class FaultyDefinitionError extends Error {
  readonly file: string;
  readonly faults: readonly Fault[];

  constructor(file: string, faults: readonly Fault[]) {
    const lines = faults.map(({ pointer, message }) => `${pointer}: ${message.en}`);
    super([`${file} is no definition that can be published`, ...lines].join('\n  '));
    this.name = 'FaultyDefinitionError';
    this.file = file;
    this.faults = faults;
  }
}

const VERSION_FILE = /^v([1-9]\d*)\.json$/;

/** @throws FaultyDefinitionError when a file is faulty, or does not lie where its key and version say. */
export function createCatalogue(folder: string = programmesFolder()): Catalogue {
  const definitions = foldersIn(folder)
    .flatMap((key) => readVersions(folder, key))
    .toSorted((a, b) => compareKeys(a.key, b.key) || a.version - b.version);
  const catalogue: Catalogue = {
    latest: (key) => definitions.findLast((definition) => definition.key === key),
    get: (key, version) =>
      definitions.find((definition) => definition.key === key && definition.version === version),
    list: () => definitions,
  };
  for (const definition of definitions) {
    const faults = rolloutFaults(definition, catalogue);
    const { key, version } = definition;
    if (faults.length > 0) throw new FaultyDefinitionError(`${key}/v${version}.json`, faults);
  }
  return catalogue;
}

/** The folder `programmes` at the root of the program, whether this module runs from its source or compiled. */
export function programmesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('The program has no package.json above it');
    folder = above;
  }
  return join(folder, 'programmes');
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function readVersions(folder: string, key: string): readonly Definition[] {
  return readdirSync(join(folder, key))
    .filter((name) => VERSION_FILE.test(name))
    .map((name) => readDefinition(join(folder, key, name), `${key}/${name}`));
}

function readDefinition(path: string, name: string): Definition {
  const parsed = parseDefinition(readJson(path, name));
  if (!parsed.ok) throw new FaultyDefinitionError(name, parsed.faults);
  const { key, version } = parsed.definition;
  if (name !== `${key}/v${version}.json`) throw new FaultyDefinitionError(name, [misplaced()]);
  return deepFreeze(parsed.definition);
}

function readJson(path: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${name} cannot be read as JSON`, { cause: error });
  }
}

function misplaced(): Fault {
  return {
    pointer: '/key',
    code: 'file-misplaced',
    message: {
      zh: '文件位置与其 key 和版本不符',
      en: 'The file does not lie where its key and version say',
    },
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
