/** Notifications as the API reads them: already in words. */
import type { Locale, RungKey } from '../domain/definition/types.ts';
import type { KeysetRequest } from './reads.ts';

export interface NotificationQuery extends KeysetRequest<
  readonly [recordedAt: string, id: string]
> {
  readonly personId: string;
  readonly unreadOnly: boolean;
  readonly locale: Locale;
}

export interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly phase: string;
  readonly round: number;
  readonly rung: RungKey | null;
  readonly office: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly readAt: string | null;
  readonly email: 'none' | 'pending' | 'sent' | 'failed-for-good';
}
