/** A notification in the words of its reader. */
import type { Definition, Locale } from '../../domain/definition/types.ts';
import { programmeTitleIn } from '../../domain/wording/programme-title.ts';
import { renderNotification } from '../../domain/wording/notifications.ts';
import { readNotificationContent } from '../../db/read-models/notification-content.ts';
import type { NotificationRow } from '../reads.ts';
import type { ProgrammeTitled } from '../../db/read-models/programme-title.ts';

export interface NotificationShown extends ProgrammeTitled {
  readonly id: string;
  readonly kind: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly phase: string | null;
  readonly round: number | null;
  readonly rung?: string;
  readonly office: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly readAt: string | null;
  readonly email: NotificationRow['email'];
}

export function notificationView(
  row: NotificationRow,
  definition: Definition,
  locale: Locale,
): NotificationShown {
  const { definition: _ref, data, ...fields } = row;
  const content = readNotificationContent({ ...row, dueOn: null });
  const { rehearsal } = row;
  const words = renderNotification({
    ...content,
    definition,
    programmeTitle: programmeTitleIn(locale, row.programmeTitle, row.programmeTitleEn),
    offices: [row.office],
    locale,
    rehearsal,
  });
  const { rung } = data;
  return { ...fields, ...words, ...(typeof rung === 'string' ? { rung } : {}) };
}
