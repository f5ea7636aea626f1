/** A notification as those see it who look after a programme: to whom and why, never what people wrote. */
import type { z } from 'zod';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition, Locale } from '../../domain/definition/types.ts';
import { renderNotification } from '../../domain/wording/notifications.ts';
import { readNotificationContent } from '../../db/read-models/notification-content.ts';
import type { SentNotificationRow } from '../reads.ts';
import type { sentNotification } from '../schemas/sent-notifications.ts';
import { officeTitle } from './office-title.ts';
import { personRef, type Names } from './rows.ts';

type Shown = z.output<typeof sentNotification>;
type ErrorClass = NonNullable<Shown['email']['lastError']>;

export interface SentScene {
  readonly definition: Definition;
  readonly programmeTitle: string;
  readonly rehearsal: boolean;
  readonly names: Names;
  readonly locale: Locale;
}

export function sentNotificationView(row: SentNotificationRow, scene: SentScene): Shown {
  const { definition, names } = scene;
  const { id, office, kind, position, phase, round, at, recordedAt, readAt, data } = row;
  // The projection writes only rungs here.
  const rung = data['rung'] as Shown['rung'];
  return {
    id,
    person: { ...personRef(row.personId, names) },
    office,
    officeTitle: officeTitle(definition, office),
    kind,
    position,
    phase,
    phaseTitle:
      phase === null ? null : (phaseOf(definition, phase)?.title ?? { zh: phase, en: phase }),
    round,
    ...(rung === undefined ? {} : { rung }),
    subject: subjectOf(row, scene),
    at,
    recordedAt,
    readAt,
    email: emailOf(row),
  };
}

function subjectOf(row: SentNotificationRow, scene: SentScene): string {
  const { definition, programmeTitle, rehearsal, locale } = scene;
  const content = readNotificationContent({ ...row, dueOn: null });
  const offices = [row.office];
  const about = { definition, programmeTitle, offices, locale, rehearsal };
  return renderNotification({ ...content, ...about }).subject;
}

function emailOf({
  email,
  emailAttempts,
  emailNextAt,
  emailError,
}: SentNotificationRow): Shown['email'] {
  return {
    state: email,
    attempts: emailAttempts,
    ...(emailNextAt === null ? {} : { nextAt: emailNextAt }),
    ...(emailError === null ? {} : { lastError: emailErrorClass(emailError) }),
  };
}

/** What the mailer writes where it did not even try. */
const NOT_TRIED: Readonly<Record<string, ErrorClass>> = {
  'a rehearsal sends nothing outside': 'rehearsal',
  'the person is disabled': 'person-disabled',
  'the person has no address': 'no-address',
  'the address is not valid': 'address-invalid',
  'the definition is not published': 'not-wordable',
  'the notification cannot be put into words': 'not-wordable',
};

const SERVER_AWAY = /^E(?:ABORT|AUTH|CONNECTION|DNS|NOAUTH|PROTOCOL|SOCKET|TIMEDOUT|TLS)\b/;

/** The words of a mail server may name addresses, so only their class is told. */
export function emailErrorClass(error: string): ErrorClass {
  const known = NOT_TRIED[error];
  if (known !== undefined) return known;
  if (SERVER_AWAY.test(error)) return 'server-away';
  if (/\b4\d\d\b/.test(error)) return 'refused-for-now';
  return /\b5\d\d\b/.test(error) ? 'refused' : 'other';
}
