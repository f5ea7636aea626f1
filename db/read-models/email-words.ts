/** Puts a queued e-mail into words, by the definition that its programme runs. */
import type { Definition } from '../../domain/definition/types.ts';
import { programmeTitleIn } from '../../domain/wording/programme-title.ts';
import { renderNotification } from '../../domain/wording/notifications.ts';
import type { Queryable } from '../query.ts';
import { findDefinition } from './definitions.ts';
import type { LeasedEmail } from './email-queue.ts';
import { readNotificationContent } from './notification-content.ts';

export interface EmailWords {
  /** One line without control characters. */
  readonly subject: string;
  /** Plain text, paragraphs parted by an empty line. */
  readonly text: string;
}

/** Resolves to null where the definition is not published. @throws ZodError where the row lacks what the words need. */
export type FindEmailWords = (email: LeasedEmail) => Promise<EmailWords | null>;

/** A definition is some tens of kilobytes and never changes; more than a few in use at once are rare. */
const REMEMBERED_DEFINITIONS = 50;

export function createEmailWords(db: Queryable): FindEmailWords {
  const known = new Map<string, Definition>();
  const definitionOf = async (key: string, version: number): Promise<Definition | null> => {
    const name = `${key}@${version}`;
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    const found = await findDefinition(db, key, version);
    if (known.size >= REMEMBERED_DEFINITIONS) known.clear();
    if (found !== null) known.set(name, found);
    return found;
  };
  return async (email) => {
    const definition = await definitionOf(email.definitionKey, email.definitionVersion);
    if (definition === null) return null;
    const { offices, locale } = email;
    const programmeTitle = programmeTitleIn(locale, email.programmeTitle, email.programmeTitleEn);
    const content = readNotificationContent(email);
    return renderNotification({ ...content, definition, programmeTitle, offices, locale });
  };
}
