/** The words of a notification: a short subject and a plain text for every event that has recipients, in the reader's language. */
import type { Locale } from '../definition/types.ts';
import { englishTargetNotifications } from './indicators-en.ts';
import { chineseTargetNotifications } from './indicators-zh.ts';
import type {
  NotificationContent,
  NotificationWords,
  WordedNotification,
} from './notification-content.ts';
import { englishNotifications } from './notifications-en.ts';
import { chineseNotifications } from './notifications-zh.ts';
import { nestQuotes } from './quotes.ts';
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

interface Language {
  readonly words: NotificationWords;
  /** What is said instead where the phase is a target of an indicator. */
  readonly targets: Partial<NotificationWords>;
}

const WORDS: Readonly<Record<Locale, Language>> = {
  zh: { words: chineseNotifications, targets: chineseTargetNotifications },
  en: { words: englishNotifications, targets: englishTargetNotifications },
};

const REHEARSAL_MARK: Readonly<Record<Locale, string>> = { zh: '【演练】', en: '[Rehearsal] ' };

export function renderNotification(input: NotificationInput): RenderedNotification {
  const worded = wordsFor(input, WORDS[input.locale], createScene(input));
  const mark = input.rehearsal === true ? REHEARSAL_MARK[input.locale] : '';
  return {
    subject: nestQuotes(oneLine(`${mark}${worded.subject}`)),
    // What people wrote may leave one open: it ends with its paragraph.
    text: worded.paragraphs.map(nestQuotes).join('\n\n'),
  };
}

function wordsFor(
  { kind, data }: NotificationContent,
  { words, targets }: Language,
  scene: Scene,
): WordedNotification {
  const isOfTarget = 'phase' in data && scene.isTarget(data.phase);
  const table = isOfTarget ? { ...words, ...targets } : words;
  // The table is keyed by the notification's own kind, which TypeScript cannot follow.
  const word = table[kind] as (told: typeof data, scene: Scene) => WordedNotification;
  return word(data, scene);
}

/** Titles are data: a line break in one must not become a header of a mail. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
