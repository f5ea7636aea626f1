/** The version that a migration moves a programme to, and who holds the offices that it adds. */
import type { DecideContext } from '../domain/programme/commands.ts';
import type { MigrationCommand } from '../domain/programme/migration/commands.ts';
import type { Door, Visit } from './door.ts';
import { holdersOf } from './known-programmes.ts';

/** Nothing where the version was never published, or no migration is pending. */
export async function targetOf(
  door: Door,
  command: MigrationCommand,
  { programme, draft, holders, recordedAt }: Visit,
): Promise<Partial<Pick<DecideContext, 'target' | 'holders'>>> {
  const version =
    command.type === 'ProposeMigration' ? command.version : draft.state()?.migration?.version;
  if (version === undefined) return {};
  const target = await door.definitions.get(programme.definition.key, version);
  if (target === null) return {};
  const added = holdersOf(
    { definition: target, seats: programme.seats },
    door.directory,
    recordedAt,
  );
  return { target, holders: { ...added, ...holders } };
}
