/** Unit programmes as the engine needs them: which there are, which have closed a phase, and who took part. */
import type { ProgrammeStatus } from '../../domain/programme/state.ts';
import { many, maybeOne, one, type Queryable } from '../query.ts';

export interface UnitProgrammeRow {
  readonly id: string;
  readonly rollout: string;
  readonly unit: string;
  readonly status: ProgrammeStatus;
}

const SELECT_CHILDREN = `
  SELECT programmes.id, programmes.rollout, programmes.unit, programmes.status
    FROM programmes WHERE programmes.parent_id = $1::uuid ORDER BY programmes.rollout, programmes.unit`;

/** Every unit programme of the parent; bounded by its roll-outs and the units of their sets. */
export function listUnitProgrammes(
  db: Queryable,
  parentId: string,
): Promise<readonly UnitProgrammeRow[]> {
  return many<UnitProgrammeRow & Record<string, unknown>>(db, {
    name: 'unit-programmes',
    text: SELECT_CHILDREN,
    values: [parentId],
  });
}

const SELECT_STATUS = `
  SELECT programmes.status FROM programmes WHERE programmes.id = $1::uuid`;

/** Null when there is no such programme. */
export async function findProgrammeStatus(
  db: Queryable,
  programmeId: string,
): Promise<ProgrammeStatus | null> {
  const row = await maybeOne<{ status: ProgrammeStatus }>(db, {
    name: 'programme-status',
    text: SELECT_STATUS,
    values: [programmeId],
  });
  return row?.status ?? null;
}

export interface ClosedUnitRow {
  readonly unit: string;
  readonly round: number;
}

const SELECT_CLOSED = `
  SELECT programmes.unit, phases.round
    FROM programmes
    JOIN phases ON phases.programme_id = programmes.id AND phases.key = $3 AND phases.status = 'closed'
   WHERE programmes.parent_id = $1::uuid AND programmes.rollout = $2
   ORDER BY programmes.unit`;

/** Units whose unit programme has the phase closed now, with its round. */
export function listClosedUnits(
  db: Queryable,
  place: { readonly parent: string; readonly rollout: string; readonly phase: string },
): Promise<readonly ClosedUnitRow[]> {
  return many<ClosedUnitRow & Record<string, unknown>>(db, {
    name: 'closed-units',
    text: SELECT_CLOSED,
    values: [place.parent, place.rollout, place.phase],
  });
}

const SELECT_TOOK_PART = `
  SELECT EXISTS (
    SELECT 1 FROM events
     WHERE events.stream = 'programme/' || $1::text AND events.actor = $2
       AND events.type IN ('DeliverableHandedIn', 'StepDecided', 'DecisionWithdrawn')) AS "tookPart"`;

/** Whether the person ever handed in or decided anything in the programme; the ledger forgets nothing that was replaced. */
export async function hasTakenPart(
  db: Queryable,
  programmeId: string,
  personId: string,
): Promise<boolean> {
  const row = await one<{ tookPart: boolean }>(db, {
    name: 'took-part',
    text: SELECT_TOOK_PART,
    values: [programmeId, personId],
  });
  return row.tookPart;
}
