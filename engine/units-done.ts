/** Which units of a roll-out are done, those that failed their inspection left out: what targets over units are measured by. */
import type { Pool } from 'pg';
import { failedUnits } from '../domain/programme/units/rollouts.ts';
import { listUnitsDone } from '../db/read-models/units.ts';
import type { UnitsDone } from './measure.ts';

export function createUnitsDone(pool: Pool): UnitsDone {
  return ({ state, ...query }) =>
    listUnitsDone(pool, {
      ...query,
      excluding: failedUnits(state, query.rollout, query.phase),
    });
}
