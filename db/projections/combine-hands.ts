/** Lays the consultations, copies and lines of several acts over each other. */
import type { ConsultationChange, ConsultationRow, RowChanges } from './rows.ts';
import { distinctLines } from './seat-lines.ts';

export function combineHands(
  acts: readonly RowChanges[],
): Pick<RowChanges, 'consultations' | 'consultationChanges' | 'copies' | 'seatLines'> {
  const rows = new Map<string, ConsultationRow>();
  const changes = new Map<string, ConsultationChange>();
  for (const act of acts) {
    for (const row of act.consultations) rows.set(row.id, row);
    for (const change of act.consultationChanges) {
      const row = rows.get(change.id);
      const before = changes.get(change.id);
      if (row !== undefined) rows.set(change.id, overlay(row, change));
      else changes.set(change.id, before === undefined ? change : overlay(before, change));
    }
  }
  return {
    consultations: [...rows.values()],
    consultationChanges: [...changes.values()],
    copies: acts.flatMap(({ copies }) => copies),
    seatLines: distinctLines(acts.flatMap(({ seatLines }) => seatLines)),
  };
}

/** An answer that was given stays. */
function overlay<T extends ConsultationChange>(row: T, change: ConsultationChange): T {
  const { id: _id, answer, answered_by, answered_at, ...standing } = change;
  return {
    ...row,
    ...standing,
    ...(answer === null ? {} : { answer, answered_by, answered_at }),
  };
}
