/** Delivers one leased e-mail and records what became of it. */
import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { UnavailableError } from '../db/errors.ts';
import { settleEmail, type EmailOutcome, type LeasedEmail } from '../db/read-models/email-queue.ts';
import {
  createEmailWords,
  type EmailWords,
  type FindEmailWords,
} from '../db/read-models/email-words.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { composeEmail, isSingleAddress, type EmailMessage } from './email-message.ts';
import type { MailMetrics } from './mail-metrics.ts';
import { pauseAfter, type MailSchedule } from './schedule.ts';
import { classifySmtpFailure, type SmtpFailure } from './smtp-failure.ts';
import type { SmtpSettings, SmtpTransport } from './smtp-transport.ts';

export interface DeliveryDeps {
  readonly pool: Pool;
  readonly smtp: SmtpSettings;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly publicUrl: string | undefined;
  readonly random?: () => number;
  readonly schedule: MailSchedule;
  readonly transport: SmtpTransport;
  readonly metrics: MailMetrics;
  /** Cuts deliveries that are under way. */
  readonly cut: AbortSignal;
}

/**
 * `skipped`: nothing was to be sent. `unreachable`: the server is away, the e-mail waits. `put-back`: not tried.
 * `interrupted`: the lease is left to run out.
 */
export type Delivered =
  'sent' | 'retry' | 'given-up' | 'skipped' | 'unreachable' | 'put-back' | 'interrupted';

export interface Delivery {
  /** @param outageMs how long the e-mail waits where the server turns out to be away. */
  deliver(email: LeasedEmail, outageMs: number): Promise<Delivered>;
  /** Ends a lease without an attempt. */
  putBack(email: LeasedEmail, until: Date): Promise<Delivered>;
}

const RECORD_ATTEMPTS = 10;
const RECORD_PAUSE_MS = 1_000;

export function createDelivery(deps: DeliveryDeps): Delivery {
  const findWords = createEmailWords(deps.pool);
  return {
    deliver: async (email, outageMs) => {
      const hindrance = hindranceOf(email);
      if (hindrance !== null) return settle(deps, email, hindrance);
      const message = await prepare(deps, email, findWords);
      if ('state' in message) return settle(deps, email, message);
      if (leaseEndsSoon(deps, email)) return 'interrupted';
      const failure = await attempt(deps, message);
      if (failure === null) return settle(deps, email, { state: 'sent' });
      // What became of the message is unknown; the lease runs out and it is sent again under the same id.
      if (deps.cut.aborted) return 'interrupted';
      return settleFailure({ deps, email, failure, outageMs });
    },
    putBack: async (email, until) => {
      const nextAt = laterOf(until, deps.clock.now());
      await settleEmail(deps.pool, email, {
        state: 'pending',
        error: null,
        nextAt,
        counts: false,
      });
      return 'put-back';
    },
  };
}

/** Who must not or cannot be written to, whatever the queue says. */
function hindranceOf(email: LeasedEmail): EmailOutcome | null {
  if (email.rehearsal) return { state: 'none', error: 'a rehearsal sends nothing outside' };
  if (email.disabled) return { state: 'none', error: 'the person is disabled' };
  if (email.email === null) return { state: 'none', error: 'the person has no address' };
  if (!isSingleAddress(email.email)) {
    return { state: 'failed-for-good', error: 'the address is not valid' };
  }
  return null;
}

async function prepare(
  deps: DeliveryDeps,
  email: LeasedEmail,
  findWords: FindEmailWords,
): Promise<EmailMessage | EmailOutcome> {
  try {
    const words = await findWords(email);
    if (words !== null) return compose(deps, email, words);
    return { state: 'failed-for-good', error: 'the definition is not published' };
  } catch (err) {
    if (err instanceof UnavailableError) throw err;
    deps.log.error({ err, notification: email.id }, 'a notification cannot be put into words');
    return { state: 'failed-for-good', error: 'the notification cannot be put into words' };
  }
}

function compose(deps: DeliveryDeps, email: LeasedEmail, words: EmailWords): EmailMessage {
  return composeEmail({
    words,
    locale: email.locale,
    key: email.key,
    to: email.email ?? '',
    from: deps.smtp.from,
    publicUrl: deps.publicUrl,
    at: deps.clock.now(),
  });
}

function leaseEndsSoon(deps: DeliveryDeps, email: LeasedEmail): boolean {
  const latestEndMs = deps.clock.now().getTime() + deps.schedule.sendMs;
  return latestEndMs >= Date.parse(email.leaseUntil);
}

async function attempt(deps: DeliveryDeps, message: EmailMessage): Promise<SmtpFailure | null> {
  const late = AbortSignal.timeout(deps.schedule.sendMs);
  try {
    await deps.transport.send(message, AbortSignal.any([late, deps.cut]));
    return null;
  } catch (error) {
    return classifySmtpFailure(error);
  }
}

interface Failed {
  readonly deps: DeliveryDeps;
  readonly email: LeasedEmail;
  readonly failure: SmtpFailure;
  readonly outageMs: number;
}

async function settleFailure(failed: Failed): Promise<Delivered> {
  const { deps, email, failure } = failed;
  const error = failure.description;
  if (failure.kind === 'permanent') return settle(deps, email, { state: 'failed-for-good', error });
  // A connection that breaks may be the server's fault or the message's; a server that answers otherwise is not away.
  const away = failure.kind === 'connection' && !(await deps.transport.answers());
  const attempts = email.attempts + (away ? 0 : 1);
  const nowMs = deps.clock.now().getTime();
  const tooOld = nowMs - Date.parse(email.recordedAt) > deps.schedule.giveUpAfterMs;
  if (tooOld || attempts > deps.schedule.retryMs.length) {
    return settle(deps, email, { state: 'failed-for-good', error });
  }
  const pauseMs = away
    ? failed.outageMs
    : pauseAfter(deps.schedule.retryMs, attempts, deps.random ?? Math.random);
  const nextAt = new Date(nowMs + pauseMs);
  const settled = await settle(deps, email, { state: 'pending', error, nextAt, counts: !away });
  return away ? 'unreachable' : settled;
}

async function settle(
  deps: DeliveryDeps,
  email: LeasedEmail,
  outcome: EmailOutcome,
): Promise<Delivered> {
  const written = await recordSurely(deps, email, outcome);
  if (!written) deps.log.warn({ notification: email.id }, 'the lease of an e-mail ran out');
  const delivered = DELIVERED[outcome.state];
  deps.metrics.outcome(delivered);
  if (outcome.state === 'failed-for-good') {
    deps.log.error({ notification: email.id, reason: outcome.error }, 'an e-mail was given up');
  }
  return delivered;
}

/** A sent e-mail that is not recorded is sent again later, so a database that is away for a moment is waited for. */
async function recordSurely(
  deps: DeliveryDeps,
  email: LeasedEmail,
  outcome: EmailOutcome,
): Promise<boolean> {
  for (let left = RECORD_ATTEMPTS; ; left -= 1) {
    try {
      return await settleEmail(deps.pool, email, outcome);
    } catch (error) {
      if (!(error instanceof UnavailableError) || left <= 1 || deps.cut.aborted) throw error;
      await setTimeout(RECORD_PAUSE_MS);
    }
  }
}

const DELIVERED: Readonly<Record<EmailOutcome['state'], Delivered>> = {
  sent: 'sent',
  none: 'skipped',
  pending: 'retry',
  'failed-for-good': 'given-up',
};

function laterOf(a: Date, b: Date): Date {
  return a.getTime() > b.getTime() ? a : b;
}
