/**
 * The outbox relay: takes what the ledger has recorded to Temporal, one signal for each programme. Nothing is lost: rows leave the
 * outbox only after Temporal has taken them, and the rows of a relay that dies become visible again when their lease runs out.
 */
import type { Outbox, OutboxBatch } from '../db/outbox.ts';
import type { Logger } from '../platform/logger.ts';
import { isTemporalAway } from '../platform/temporal-client.ts';
import type { LedgerStretch } from '../workflows/messages.ts';
import { createAttempts } from './attempts.ts';
import { inParallel } from './in-parallel.ts';
import { createPacer } from './pacer.ts';
import type { ProgrammeSignals, ToldProgramme } from './programme-signals.ts';

const BATCH_ROWS = 200;
const CONCURRENCY = 16;
const LEASE_MS = 30_000;
/** Long enough to gather what belongs together, short enough that a rehearsal does not lose a day of its plan. */
const PAUSE_MS = 100;
const RETRY_MS = 1_000;
const REFUSED_RETRY_MS = 30_000;
const LONGEST_PAUSE_MS = 5_000;

export interface RelayDeps {
  readonly outbox: Pick<Outbox, 'claimBatch' | 'settle' | 'postpone'>;
  /** What Temporal is told of these programmes should their workflows have to be started. */
  readonly describe: (ids: readonly string[]) => Promise<ReadonlyMap<string, ToldProgramme>>;
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
      await passOn(deps);
      attempts.succeeded();
      return PAUSE_MS;
    } catch (error) {
      attempts.failed(error);
      return attempts.pauseMs(PAUSE_MS, LONGEST_PAUSE_MS);
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

/** Sends what can be claimed at once; a server that is away is told by rejecting, once every row is settled or put back. */
async function passOn(deps: RelayDeps): Promise<number> {
  const batches = await deps.outbox.claimBatch(BATCH_ROWS, LEASE_MS);
  if (batches.length === 0) return 0;
  const programmes = await deps.describe(batches.map(({ programmeId }) => programmeId));
  const away: unknown[] = [];
  const told: number[] = [];
  const untold: number[] = [];
  await inParallel(batches, CONCURRENCY, async (batch) => {
    // With the server away, asking for each programme in turn would only outlast the lease.
    const programme = programmes.get(batch.programmeId);
    const outcome = away.length > 0 ? 'away' : await tellOne(deps, { batch, programme, away });
    if (outcome === 'told') told.push(...idsOf(batch));
    else if (outcome === 'away') untold.push(...idsOf(batch));
  });
  if (told.length > 0) await deps.outbox.settle(told);
  if (untold.length > 0) await deps.outbox.postpone(untold, RETRY_MS);
  deps.onTold?.(told.length);
  if (away.length > 0) throw away[0];
  return batches.length;
}

interface Telling {
  readonly batch: OutboxBatch;
  /** Undefined when the ledger no longer knows it: then there is nobody to tell. */
  readonly programme: ToldProgramme | undefined;
  readonly away: unknown[];
}

async function tellOne(
  deps: RelayDeps,
  { batch, programme, away }: Telling,
): Promise<'told' | 'away' | 'refused'> {
  try {
    if (programme !== undefined) await deps.signals.tell(programme, stretchesOf(batch));
    return 'told';
  } catch (error) {
    if (isTemporalAway(error)) {
      away.push(error);
      return 'away';
    }
    deps.log.warn({ err: error, programmeId: batch.programmeId }, 'a programme could not be told');
    await deps.outbox.postpone(idsOf(batch), REFUSED_RETRY_MS);
    return 'refused';
  }
}

function idsOf(batch: OutboxBatch): readonly number[] {
  return batch.rows.map(({ id }) => id);
}

function stretchesOf(batch: OutboxBatch): readonly LedgerStretch[] {
  return batch.rows.map((row) => ({
    from: row.fromPosition,
    to: row.toPosition,
    types: row.types,
  }));
}
