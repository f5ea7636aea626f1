/** The words of a notification: a short subject and a plain text for every event that has recipients, in the reader's language. */
import type { Locale } from '../definition/types.ts';
import type {
  NotificationContent,
  NotificationWords,
  WordedNotification,
} from './notification-content.ts';
import { englishNotifications } from './notifications-en.ts';
import { chineseNotifications } from './notifications-zh.ts';
import { createScene, type Scene, type SceneInput } from './scene.ts';

export type NotificationInput = NotificationContent &
  SceneInput & {
    /** A rehearsal is marked as such wherever it is shown. */
    readonly rehearsal?: boolean;
  };

export interface RenderedNotification {
  /** One line without control characters. */
  readonly subject: string;
  /** Plain text, paragraphs parted by an empty line. */
  readonly text: string;
}

const WORDS: Readonly<Record<Locale, NotificationWords>> = {
  zh: chineseNotifications,
  en: englishNotifications,
};

const REHEARSAL_MARK: Readonly<Record<Locale, string>> = { zh: '【演练】', en: '[Rehearsal] ' };

export function renderNotification(input: NotificationInput): RenderedNotification {
  const worded = wordsFor(input, WORDS[input.locale], createScene(input));
  const mark = input.rehearsal === true ? REHEARSAL_MARK[input.locale] : '';
  return {
    subject: oneLine(`${mark}${worded.subject}`),
    text: worded.paragraphs.join('\n\n'),
  };
}

function wordsFor(
  content: NotificationContent,
  words: NotificationWords,
  scene: Scene,
): WordedNotification {
  switch (content.kind) {
    case 'PhaseOpened':
      return words.PhaseOpened(content.data, scene);
    case 'StepOpened':
      return words.StepOpened(content.data, scene);
    case 'DeadlineReminded':
      return words.DeadlineReminded(content.data, scene);
    case 'DeadlineMissed':
      return words.DeadlineMissed(content.data, scene);
    case 'EscalationRaised':
      return words.EscalationRaised(content.data, scene);
    case 'PhaseReturned':
      return words.PhaseReturned(content.data, scene);
    case 'MigrationProposed':
      return words.MigrationProposed(content.data, scene);
    case 'MigrationRefused':
      return words.MigrationRefused(content.data, scene);
    case 'ProgrammeMigrated':
      return words.ProgrammeMigrated(content.data, scene);
  }
}

/** Titles are data: a line break in one must not become a header of a mail. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
