/** What people are told of a move to another version of the definition, in Chinese. */
import type { NotificationWords } from './notification-content.ts';

type MigrationWords = Pick<
  NotificationWords,
  'MigrationProposed' | 'MigrationRefused' | 'ProgrammeMigrated'
>;

export const chineseMigration: MigrationWords = {
  MigrationProposed: ({ to }, scene) => ({
    subject: `【待批准】版本变更：第 ${to.version} 版`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.owner}提议将《${scene.programme}》变更到方案定义第 ${to.version} 版，现提请决定。`,
      '各阶段如何变动，请登录系统查看预览。不同意的，须写明意见。',
    ],
  }),
  MigrationRefused: ({ to, office }, scene) => ({
    subject: `【未获批准】版本变更：第 ${to.version} 版`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([office])}不同意将《${scene.programme}》变更到方案定义第 ${to.version} 版，方案仍按现行版本实施。`,
      '具体意见请登录系统查看。',
    ],
  }),
  ProgrammeMigrated: ({ from, to, office }, scene) => ({
    subject: `【版本变更】已由第 ${from.version} 版变更到第 ${to.version} 版`,
    paragraphs: [
      `${scene.reader}：`,
      `经${scene.offices([office])}批准，《${scene.programme}》已由方案定义第 ${from.version} 版变更到第 ${to.version} 版。`,
      '有的阶段日期可能已经变动，请登录系统查看；已提交的材料和已作出的签批继续有效。',
    ],
  }),
};
