/** What was sent, event by event: one event is told to several people. */
import type { Schemas } from '../api/client.ts';

export type Sent = Schemas['SentNotification'];

export interface Told {
  readonly position: number;
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly recipients: readonly Sent[];
}

/** In the order of the list; recipients in the order of their offices' keys. */
export function toldOf(sent: readonly Sent[]): readonly Told[] {
  const events = new Map<number, Sent[]>();
  for (const one of sent) {
    const known = events.get(one.position);
    if (known === undefined) events.set(one.position, [one]);
    else known.push(one);
  }
  return [...events.values()].flatMap((recipients) => {
    const [first] = recipients;
    if (first === undefined) return [];
    const { position, kind, subject, at, recordedAt } = first;
    const told = recipients.toSorted((a, b) => a.id.localeCompare(b.id, 'en'));
    return [{ position, kind, subject, at, recordedAt, recipients: told }];
  });
}
