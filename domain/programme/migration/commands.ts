/** A running programme moved to another version of its definition. The commands. */
import type { DateChoice } from '../state.ts';

export interface ProposeMigration {
  readonly type: 'ProposeMigration';
  readonly version: number;
  /** By key of the phase; left out, dates are reckoned anew. */
  readonly choices: Readonly<Record<string, DateChoice>>;
  /** Of the preview that was seen; another one is refused. Null where none was. */
  readonly expectedPreviewHash: string | null;
}

export interface DecideMigration {
  readonly type: 'DecideMigration';
  readonly migration: string;
  readonly approve: boolean;
  /** Mandatory unless approving. */
  readonly opinion: string | null;
}

export type MigrationCommand = ProposeMigration | DecideMigration;
