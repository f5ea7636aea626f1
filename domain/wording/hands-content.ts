/** What notifications of transfers, signers, consultations, copies and urging tell; reasons, questions and opinions are never among it. */
import type { EventData } from '../programme/events.ts';

export type HandsNotificationKind =
  | 'SlotTransferred'
  | 'SignerAdded'
  | 'ConsultationAsked'
  | 'ConsultationAnswered'
  | 'PhaseCopied'
  | 'PhaseUrged'
  | 'InnerDateMissed';

type Told<T extends HandsNotificationKind, K extends keyof EventData[T]> = Pick<
  EventData[T],
  K | Extract<'phase' | 'round', keyof EventData[T]>
>;

export interface HandsNotificationData {
  readonly SlotTransferred: Told<'SlotTransferred', 'step' | 'from' | 'to'>;
  readonly SignerAdded: Told<'SignerAdded', 'step' | 'office' | 'signer' | 'place'>;
  readonly ConsultationAsked: Told<'ConsultationAsked', 'step' | 'office' | 'consulted'>;
  readonly ConsultationAnswered: Told<'ConsultationAnswered', 'step' | 'office' | 'asker'>;
  readonly PhaseCopied: Told<'PhaseCopied', 'office'>;
  readonly PhaseUrged: Told<'PhaseUrged', 'office' | 'responsible'>;
  readonly InnerDateMissed: Told<'InnerDateMissed', 'office' | 'innerDueOn' | 'lead'>;
}

/** Members of these events that people wrote; they are read by signing in. */
const WRITTEN: ReadonlySet<string> = new Set(['reason', 'question', 'answer', 'note']);

const KINDS: ReadonlySet<string> = new Set<HandsNotificationKind>([
  'SlotTransferred',
  'SignerAdded',
  'ConsultationAsked',
  'ConsultationAnswered',
  'PhaseCopied',
  'PhaseUrged',
  'InnerDateMissed',
]);

/** What may stand in a notification, also in a mail, of an event's data. */
export function tellable(
  kind: string,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!KINDS.has(kind)) return data;
  return Object.fromEntries(Object.entries(data).filter(([member]) => !WRITTEN.has(member)));
}
