/** The seats that stand in for a vacant one, beside whatever is asked of its office. */
import { createHash } from 'node:crypto';
import { fallbackLine } from '../../domain/authority/fallback.ts';
import type { ProjectionContext } from './project.ts';
import type { RowChanges, SeatLineRow } from './rows.ts';

export interface SeatOf {
  readonly seat: string;
  readonly fallback_seats: readonly string[];
}

/** The seat of an office of the programme, and those that stand in for it, nearest first. */
export function seatOf(
  office: string,
  { definition, seats }: Pick<ProjectionContext, 'definition' | 'seats'>,
): SeatOf {
  const seat = (key: string): string => seats[key] ?? key;
  return { seat: seat(office), fallback_seats: fallbackLine(definition, office).map(seat) };
}

/** The lines of whatever an act asks of somebody now. */
export function projectSeatLines(
  programmeId: string,
  changes: Pick<RowChanges, 'tasks' | 'taskDates' | 'deliverables' | 'consultations'>,
): readonly SeatLineRow[] {
  const asked = [
    ...changes.tasks.filter(({ status }) => status === 'open'),
    ...changes.taskDates,
    ...changes.deliverables.filter(({ status }) => status === 'due'),
    ...changes.consultations,
  ];
  return distinctLines(
    asked
      .filter(({ fallback_seats: line }) => line.length > 0)
      .map(({ seat, fallback_seats: line }) => ({
        programme_id: programmeId,
        seat,
        line_hash: createHash('sha256').update(line.join(' ')).digest('hex'),
        line,
      })),
  );
}

export function distinctLines(rows: readonly SeatLineRow[]): readonly SeatLineRow[] {
  return [...new Map(rows.map((row) => [`${row.seat}/${row.line_hash}`, row])).values()];
}
