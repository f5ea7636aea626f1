/**
 * Sends notifications by e-mail from the queue in the database: once per event and person, in the reader's language, again with
 * growing pauses when the server is away, and given up visibly. One window is left open by SMTP itself: when the process dies or the
 * connection breaks after the server took the message and before that is recorded, it is sent again under the same Message-ID.
 */
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { claimEmails, countEmails, type LeasedEmail } from '../db/read-models/email-queue.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { createDelivery, type Delivered, type Delivery } from './delivery.ts';
import { createMailMetrics } from './mail-metrics.ts';
import { DEFAULT_SCHEDULE, pauseAfter, type MailSchedule } from './schedule.ts';
import { createSmtpTransport, SMTP_CONNECTIONS, type SmtpSettings } from './smtp-transport.ts';

export interface MailerDeps {
  readonly pool: Pool;
  readonly smtp: SmtpSettings;
  /** Real time. */
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly metrics?: Registry;
  /** Where people sign in; left out, e-mails carry no link. */
  readonly publicUrl: string | undefined;
  readonly schedule?: Partial<MailSchedule>;
  /** From 0 up to 1; spreads the retries. */
  readonly random?: () => number;
}

export interface Mailer {
  /** Looks for due e-mails from now on, every `pollMs`. */
  start(): void;
  /** Sends everything that is due now; what became of each. Stops early where the server is away. */
  flush(): Promise<readonly Delivered[]>;
  /** Stops looking, lets what is being sent finish for a while, and closes the connections. */
  close(): Promise<void>;
}

interface Sending {
  readonly deps: MailerDeps;
  readonly schedule: MailSchedule;
  readonly delivery: Delivery;
  readonly closing: AbortSignal;
  /** How often in a row the server was found away. */
  outages: number;
  /** Real instant in milliseconds before which the server is left alone. */
  quietUntilMs: number;
}

export function createMailer(deps: MailerDeps): Mailer {
  const schedule = { ...DEFAULT_SCHEDULE, ...deps.schedule };
  const closing = new AbortController();
  const cutting = new AbortController();
  const transport = createSmtpTransport(deps.smtp);
  const metrics = createMailMetrics(deps.metrics);
  const delivery = createDelivery({ ...deps, schedule, transport, metrics, cut: cutting.signal });
  const sending: Sending = {
    deps,
    schedule,
    delivery,
    closing: closing.signal,
    outages: 0,
    quietUntilMs: 0,
  };
  let loop: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const flush = async (): Promise<readonly Delivered[]> => {
    const mine = turn.then(() => sendAllDue(sending));
    turn = mine.catch(() => undefined);
    const delivered = await mine;
    if (deps.metrics !== undefined) metrics.backlog(await countEmails(deps.pool));
    return delivered;
  };

  return {
    flush,
    start: () => {
      loop ??= keepSending(sending, flush);
    },
    close: async () => {
      closing.abort();
      const patience = setTimeout(() => {
        cutting.abort();
      }, schedule.closeGraceMs);
      await Promise.allSettled([loop, turn]);
      clearTimeout(patience);
      transport.close();
    },
  };
}

async function keepSending(sending: Sending, flush: Mailer['flush']): Promise<void> {
  const { closing, schedule, deps } = sending;
  while (!closing.aborted) {
    try {
      await flush();
    } catch (err) {
      deps.log.warn({ err }, 'e-mails could not be looked for');
    }
    await pause(schedule.pollMs, closing);
  }
}

async function sendAllDue(sending: Sending): Promise<readonly Delivered[]> {
  const all: Delivered[] = [];
  while (!sending.closing.aborted && !isQuiet(sending)) {
    const batch = await claimBatch(sending);
    if (batch.length === 0) break;
    all.push(...(await sendBatch(sending, batch)));
  }
  return all;
}

function isQuiet(sending: Sending): boolean {
  return sending.deps.clock.now().getTime() < sending.quietUntilMs;
}

async function claimBatch(sending: Sending): Promise<readonly LeasedEmail[]> {
  const { deps, schedule } = sending;
  const now = deps.clock.now();
  const leaseUntil = new Date(now.getTime() + schedule.leaseMs);
  return claimEmails(deps.pool, { now, leaseUntil, limit: schedule.batchSize });
}

/** As many at once as there are connections. After the server is found away the rest of the batch is put back unsent. */
async function sendBatch(
  sending: Sending,
  batch: readonly LeasedEmail[],
): Promise<readonly Delivered[]> {
  const waiting = [...batch];
  const done: Delivered[] = [];
  const work = async (): Promise<void> => {
    for (let email = waiting.shift(); email !== undefined; email = waiting.shift()) {
      done.push(await sendOne(sending, email));
    }
  };
  // Every connection finishes what it began before a fault of one is told.
  const ends = await Promise.allSettled(Array.from({ length: SMTP_CONNECTIONS }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (done.includes('sent')) sending.outages = isQuiet(sending) ? sending.outages : 0;
  return done;
}

async function sendOne(sending: Sending, email: LeasedEmail): Promise<Delivered> {
  const { delivery, closing } = sending;
  if (closing.aborted || isQuiet(sending)) {
    return delivery.putBack(email, new Date(sending.quietUntilMs));
  }
  const delivered = await delivery.deliver(email, pauseNow(sending));
  if (delivered === 'unreachable') rest(sending);
  return delivered;
}

function pauseNow(sending: Sending): number {
  return pauseAfter(sending.schedule.outageMs, sending.outages + 1, () => 0);
}

/** Leaves the server alone for a while; several connections that find it away at once count as one outage. */
function rest(sending: Sending): void {
  if (isQuiet(sending)) return;
  const pauseMs = pauseNow(sending);
  sending.outages += 1;
  sending.quietUntilMs = sending.deps.clock.now().getTime() + pauseMs;
  sending.deps.log.warn({ pauseMs }, 'the SMTP server cannot be reached');
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish, { once: true });
  });
}
