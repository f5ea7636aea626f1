/** Figures of the mailer: what became of the deliveries, how many wait, how many were given up. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { EmailBacklog } from '../db/read-models/email-queue.ts';

export interface MailMetrics {
  outcome(outcome: string): void;
  backlog(backlog: EmailBacklog): void;
}

/** Without a registry the figures are dropped. */
export function createMailMetrics(registry: Registry | undefined): MailMetrics {
  if (registry === undefined) return { outcome: () => undefined, backlog: () => undefined };
  const registers = [registry];
  const deliveries = new Counter({
    name: 'milepost_email_deliveries_total',
    help: 'E-mail deliveries by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const pending = new Gauge({
    name: 'milepost_emails_pending',
    help: 'E-mails that wait to be sent, first attempts and repeats',
    registers,
  });
  const givenUp = new Gauge({
    name: 'milepost_emails_given_up',
    help: 'E-mails that were given up',
    registers,
  });
  return {
    outcome: (outcome) => {
      deliveries.inc({ outcome });
    },
    backlog: (backlog) => {
      pending.set(backlog.pending);
      givenUp.set(backlog.givenUp);
    },
  };
}
