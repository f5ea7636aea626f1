/** Figures of the worker beside those of its process: what the relay told, what waits, and which moments are late. */
import { Counter, Gauge, type Registry } from 'prom-client';

export interface WorkerMetrics {
  told(rows: number): void;
  overdue(moments: number): void;
  behind(programmes: number): void;
}

/** @param waiting counts the urgent rows of the outbox whenever the figures are read. */
export function createWorkerMetrics(
  registry: Registry,
  waiting: () => Promise<number>,
): WorkerMetrics {
  const registers = [registry];
  const told = new Counter({
    name: 'milepost_outbox_told_total',
    help: 'Outbox rows that Temporal has taken',
    registers,
  });
  const overdue = new Gauge({
    name: 'milepost_moments_overdue',
    help: 'Programmes whose next moment was due more than 20 s ago, at the last look',
    registers,
  });
  const behind = new Gauge({
    name: 'milepost_calendars_behind',
    help: 'Programmes under way to which the latest calendar could not be applied, at the last look',
    registers,
  });
  new Gauge({
    name: 'milepost_outbox_waiting',
    help: 'Urgent outbox rows that Temporal has yet to take',
    registers,
    async collect(): Promise<void> {
      this.set(await waiting());
    },
  });
  return {
    told: (rows) => {
      told.inc(rows);
    },
    overdue: (moments) => {
      overdue.set(moments);
    },
    behind: (programmes) => {
      behind.set(programmes);
    },
  };
}
