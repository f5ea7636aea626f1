/** A running programme moved to another version of its definition. How a rehearsal tells of the events. */
import type { MigrationEvents } from '../../../domain/programme/migration/events.ts';
import type { Tellers } from './teller.ts';

export const migrationTellers: Tellers<keyof MigrationEvents> = {
  MigrationProposed: ({ to }) => ({
    zh: `提议变更到第 ${to.version} 版`,
    en: `proposed to move to version ${to.version}`,
  }),
  MigrationRefused: ({ to, opinion }) => ({
    zh: `不同意变更到第 ${to.version} 版：${opinion}`,
    en: `refused to move to version ${to.version}`,
  }),
  ProgrammeMigrated: ({ from, to }) => ({
    zh: `由第 ${from.version} 版变更到第 ${to.version} 版`,
    en: `moved from version ${from.version} to version ${to.version}`,
  }),
};
