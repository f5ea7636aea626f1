/**
 * The outbox relay: takes what the ledger has recorded to Temporal, one signal for each programme. Nothing is lost: rows leave the
 * outbox only after Temporal has taken them, and the rows of a relay that dies become visible again when their lease runs out.
 */
import type { Logger } from '../platform/logger.ts';
import { isTemporalAway } from '../platform/temporal-client.ts';
import type { LedgerStretch } from '../workflows/messages.ts';
import { createAttempts } from './attempts.ts';
import { inParallel } from './in-parallel.ts';
import { createPacer } from './pacer.ts';
import type { ProgrammeSignals, ToldProgramme } from './programme-signals.ts';

const BATCH_PROGRAMMES = 200;
const CONCURRENCY = 16;
const LEASE_MS = 30_000;
const BUSY_PAUSE_MS = 100;
const IDLE_PAUSE_MS = 250;
const RETRY_MS = 1_000;
const REFUSED_RETRY_MS = 30_000;
const LONGEST_PAUSE_MS = 5_000;

/** All rows of one programme that wait in the outbox, oldest first. */
export interface OutboxBatch extends ToldProgramme {
  readonly ids: readonly string[];
  readonly stretches: readonly LedgerStretch[];
}

/** The outbox as the relay needs it. */
export interface Outbox {
  /** Takes the rows of some programmes that have something urgent, and hides them from others for the time of the lease. */
  claim(limit: number, leaseMs: number): Promise<readonly OutboxBatch[]>;
  settle(ids: readonly string[]): Promise<void>;
  postpone(ids: readonly string[], delayMs: number): Promise<void>;
}

export interface RelayDeps {
  readonly outbox: Outbox;
  readonly signals: ProgrammeSignals;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly onTold?: (rows: number) => void;
}

export interface Relay {
  start(): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
  /** Sends what is urgent now and returns the number of programmes told; rejects when a server is away. */
  drain(): Promise<number>;
}

export function createRelay(deps: RelayDeps): Relay {
  const attempts = createAttempts({ log: deps.log, what: 'the outbox relay' });
  const pacer = createPacer(async () => {
    try {
      const told = await passOn(deps);
      attempts.succeeded();
      return told > 0 ? BUSY_PAUSE_MS : IDLE_PAUSE_MS;
    } catch (error) {
      attempts.failed(error);
      return attempts.pauseMs(IDLE_PAUSE_MS, LONGEST_PAUSE_MS);
    }
  });

  return {
    start: () => {
      pacer.start();
    },
    close: () => pacer.close(),
    drain: async () => {
      let total = 0;
      for (let told = await passOn(deps); told > 0; told = await passOn(deps)) total += told;
      return total;
    },
  };
}

/** Sends one batch; a server that is away is told by rejecting, once every row is settled or put back. */
async function passOn(deps: RelayDeps): Promise<number> {
  const batches = await deps.outbox.claim(BATCH_PROGRAMMES, LEASE_MS);
  const away: unknown[] = [];
  const told: string[] = [];
  const untold: string[] = [];
  await inParallel(batches, CONCURRENCY, async (batch) => {
    // With the server away, asking for each programme in turn would only outlast the lease.
    const outcome = away.length > 0 ? 'away' : await tellOne(deps, batch, away);
    if (outcome === 'told') told.push(...batch.ids);
    else if (outcome === 'away') untold.push(...batch.ids);
  });
  if (told.length > 0) await deps.outbox.settle(told);
  if (untold.length > 0) await deps.outbox.postpone(untold, RETRY_MS);
  deps.onTold?.(told.length);
  if (away.length > 0) throw away[0];
  return batches.length;
}

async function tellOne(
  deps: RelayDeps,
  batch: OutboxBatch,
  away: unknown[],
): Promise<'told' | 'away' | 'refused'> {
  try {
    await deps.signals.tell(batch, batch.stretches);
    return 'told';
  } catch (error) {
    if (isTemporalAway(error)) {
      away.push(error);
      return 'away';
    }
    deps.log.warn({ err: error, programmeId: batch.programmeId }, 'a programme could not be told');
    await deps.outbox.postpone(batch.ids, REFUSED_RETRY_MS);
    return 'refused';
  }
}
