/** What people are told of a move to another version of the definition, in English. */
import type { NotificationWords } from './notification-content.ts';

type MigrationWords = Pick<
  NotificationWords,
  'MigrationProposed' | 'MigrationRefused' | 'ProgrammeMigrated'
>;

export const englishMigration: MigrationWords = {
  MigrationProposed: ({ to }, scene) => ({
    subject: `To decide: move to version ${to.version}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.owner} proposes to move “${scene.programme}” to version ${to.version} of its definition.`,
      'Please sign in to see what it does to each phase, and decide. An opinion is needed unless you approve.',
    ],
  }),
  MigrationRefused: ({ to, office }, scene) => ({
    subject: `Not approved: move to version ${to.version}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([office])} did not approve the move of “${scene.programme}” to version ${to.version}. It goes on under its present version.`,
      'Please sign in to read why.',
    ],
  }),
  ProgrammeMigrated: ({ from, to, office }, scene) => ({
    subject: `Moved from version ${from.version} to version ${to.version}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `As approved by ${scene.offices([office])}, “${scene.programme}” has moved from version ${from.version} of its definition to version ${to.version}.`,
      'Dates of some phases may have changed; please sign in to see them. What was handed in and signed stays valid.',
    ],
  }),
};
