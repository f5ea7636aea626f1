/** A worker, a relay and an inspector for a town, on the shared Temporal server or on one of its own. */
import {
  findTimedProgrammes,
  listProgrammesUnderWay,
} from '../../../db/read-models/timekeeping.ts';
import {
  createTemporalInspector,
  type TemporalInspector,
  type WorkflowInspection,
} from '../../../platform/temporal-inspector.ts';
import { reconcile, type Reconciled } from '../../../worker/reconcile.ts';
import { createRelay, type Relay } from '../../../worker/relay.ts';
import type { TemporalHarness } from './temporal-harness.ts';
import type { Town } from './town.ts';

export interface Timekeeping {
  readonly relay: Relay;
  readonly inspector: TemporalInspector;
  reconcile(): Promise<Reconciled>;
  /** What an administrator would see of the programme now. */
  inspect(programmeId: string): Promise<WorkflowInspection>;
}

export function createTimekeeping(town: Town, harness: TemporalHarness): Timekeeping {
  const relay = createRelay({
    outbox: town.outbox,
    describe: (ids) => findTimedProgrammes(town.pool, ids),
    signals: harness.signals(),
    log: { info: () => undefined, warn: () => undefined },
  });
  const inspector = createTemporalInspector({ temporal: harness.temporal });
  return {
    relay,
    inspector,
    reconcile: () =>
      reconcile({
        list: (afterId, limit) => listProgrammesUnderWay(town.pool, afterId, limit),
        inspector,
        nudge: (programmeId) => town.outbox.nudge(programmeId),
        drain: () => relay.drain(),
      }),
    inspect: async (programmeId) => {
      const { rows } = await town.pool.query<{
        status: string;
        position: number;
        nextAt: string | null;
      }>('SELECT status, position, next_at AS "nextAt" FROM programmes WHERE id = $1', [
        programmeId,
      ]);
      const [row] = rows;
      if (row === undefined) throw new Error('no such programme');
      return inspector.inspect({ programmeId, ...row });
    },
  };
}
