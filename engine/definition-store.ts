/** Published definitions: put into the database once, never changed there, kept in memory once read. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { canonicalText } from '../domain/audit/canonical.ts';
import type { Definition } from '../domain/definition/types.ts';
import {
  findDefinition,
  findLatestVersion,
  insertDefinition,
} from '../db/read-models/definitions.ts';
import type { Clock } from '../platform/clock.ts';
import { StartupError } from '../platform/startup-error.ts';

/** Definitions that ship with the program. */
export interface DefinitionSource {
  list(): readonly Definition[];
}

export interface DefinitionStore {
  /** Null when it was never published. */
  get(key: string, version: number): Promise<Definition | null>;
  latest(key: string): Promise<Definition | null>;
  /** What ships with the program or was asked for before; undefined for anything else, also where it is published. */
  known(key: string, version: number): Definition | undefined;
  /**
   * Publishes what ships with the program and is not yet there.
   * @throws StartupError when a published definition was changed since.
   */
  publish(): Promise<void>;
}

export interface DefinitionStoreDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly catalogue: DefinitionSource;
}

export function createDefinitionStore({
  pool,
  clock,
  catalogue,
}: DefinitionStoreDeps): DefinitionStore {
  const known = new Map<string, Definition>();
  let publishing: Promise<void> | undefined;

  const publishAll = async (): Promise<void> => {
    for (const definition of catalogue.list()) {
      await publishOne(pool, definition, clock.now().toISOString());
    }
  };
  const publish = (): Promise<void> => {
    publishing ??= publishAll().catch((error: unknown) => {
      publishing = undefined;
      throw error;
    });
    return publishing;
  };
  const get = async (key: string, version: number): Promise<Definition | null> => {
    const id = idOf({ key, version });
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const found = await findDefinition(pool, key, version);
    if (found !== null) known.set(id, found);
    return found;
  };
  return {
    get,
    publish,
    known: (key, version) =>
      known.get(idOf({ key, version })) ??
      catalogue.list().find((shipped) => shipped.key === key && shipped.version === version),
    latest: async (key) => {
      await publish();
      const version = await findLatestVersion(pool, key);
      return version === null ? null : get(key, version);
    },
  };
}

function idOf({ key, version }: Pick<Definition, 'key' | 'version'>): string {
  return `${key}@${version}`;
}

async function publishOne(pool: Pool, definition: Definition, publishedAt: string): Promise<void> {
  const { key, version } = definition;
  const sha256 = createHash('sha256').update(canonicalText(definition)).digest('hex');
  const stored = await insertDefinition(pool, {
    key,
    version,
    body: definition,
    sha256,
    publishedAt,
    origin: 'shipped',
  });
  if (stored !== sha256) {
    throw new StartupError(
      `Definition ${key} version ${version} was changed after it was published; give the change a new version.`,
    );
  }
}
