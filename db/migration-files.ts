/** The numbered SQL files of the schema, each with its checksum and whether an older program may work with it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../platform/paths.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  /** SHA-256 (hex) of the file. */
  readonly checksum: string;
  /** Whether a program that does not know it must refuse to run. */
  readonly breaking: boolean;
  readonly sql: string;
}

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;
const MARKER = /^-- breaking: (yes|no)\n/;

/** In order. @throws Error when a number is missing or doubled, or a file lacks its marker. */
export function loadMigrations(
  folder: string = projectPath('db', 'migrations'),
): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.toSorted().map((file, index) => readMigration(folder, file, index + 1));
}

function readMigration(folder: string, file: string, expected: number): Migration {
  const match = FILE_NAME.exec(file);
  if (match === null || Number(match[1]) !== expected) {
    throw new Error(`migration ${file} should be number ${expected}`);
  }
  const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  const marker = MARKER.exec(sql);
  if (marker === null) throw new Error(`migration ${file} does not say whether it is breaking`);
  return {
    number: expected,
    name: match[2] ?? '',
    checksum: createHash('sha256').update(sql).digest('hex'),
    breaking: marker[1] === 'yes',
    sql,
  };
}
