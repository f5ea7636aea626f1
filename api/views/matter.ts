/** What waits for a decision about time, and the circulars, as people see them. */
import { daysBetween } from '../../domain/calendar/dates.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition, Localised, RungKey } from '../../domain/definition/types.ts';
import type { CircularRow, MatterRow, PendingRow } from '../reads.ts';
import { textOf } from './extension.ts';
import { personRef, type Names, type PersonName } from './rows.ts';
import { officeTitle } from './office-title.ts';
import type { ProgrammeTitled } from '../../db/read-models/programme-title.ts';

export interface PendingShown extends ProgrammeTitled {
  readonly id: string;
  readonly kind: MatterRow['kind'];
  readonly decideAt: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly phase: string;
  readonly phaseTitle: Localised;
  readonly round: number;
  readonly office: string;
  readonly officeTitle: Localised;
  readonly askedBy?: PersonName;
  readonly askedOffice?: string;
  readonly askedAt: string;
  readonly dueOn: string | null;
  readonly rung?: string;
  readonly reason?: string;
  readonly progress?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface CircularShown extends ProgrammeTitled {
  readonly id: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly phase: string;
  readonly phaseTitle: Localised;
  readonly disclosure: boolean;
  readonly round: number;
  readonly rung: RungKey;
  readonly offices: readonly { readonly office: string; readonly title: Localised }[];
  readonly dueOn: string;
  readonly raisedOn: string;
  readonly raisedAt: string;
  readonly daysLate: number;
  readonly answered: boolean;
  readonly answerMissed: boolean;
  readonly review: 'none' | 'open' | 'upheld' | 'struck';
  readonly revoked: boolean;
  readonly accountability?: AccountabilityShown;
}

export interface AccountabilityShown {
  readonly status: 'proposed' | 'decided' | 'struck';
  readonly measure?: string;
}

export function pendingView(row: PendingRow, definition: Definition, names: Names): PendingShown {
  const office = row.decider ?? '';
  return {
    id: row.id,
    kind: row.kind,
    decideAt: decideAt(row),
    programmeId: row.programmeId,
    programmeTitle: row.programmeTitle,
    programmeTitleEn: row.programmeTitleEn,
    rehearsal: row.rehearsal,
    phase: row.phase,
    phaseTitle: phaseTitle(definition, row.phase),
    round: row.round,
    office,
    officeTitle: officeTitle(definition, office),
    ...(row.askedBy === null ? {} : { askedBy: personRef(row.askedBy, names) }),
    ...(row.askedOffice === null ? {} : { askedOffice: row.askedOffice }),
    askedAt: row.askedAt,
    dueOn: row.dueOn,
    ...askedOf(row),
  };
}

export function circularView(row: CircularRow, definition: Definition): CircularShown {
  const deliverables = phaseOf(definition, row.phase)?.deliverables ?? [];
  const review = reviewStatus(row.review);
  return {
    id: row.id,
    programmeId: row.programmeId,
    programmeTitle: row.programmeTitle,
    programmeTitleEn: row.programmeTitleEn,
    rehearsal: row.rehearsal,
    phase: row.phase,
    phaseTitle: phaseTitle(definition, row.phase),
    disclosure: deliverables.some(({ kind }) => kind === 'disclosure'),
    round: row.round,
    rung: row.rung,
    offices: row.responsible.map((office) => ({ office, title: officeTitle(definition, office) })),
    dueOn: row.dueOn,
    raisedOn: row.raisedOn,
    raisedAt: row.raisedAt,
    daysLate: daysBetween(row.dueOn, row.raisedOn),
    answered: row.answered,
    answerMissed: row.answerMissed,
    review,
    revoked: review === 'struck',
    ...(row.accountability === null
      ? {}
      : { accountability: accountabilityView(row.accountability, row.measure) }),
  };
}

export function reviewStatus(status: MatterRow['status'] | null): CircularShown['review'] {
  return status === 'open' || status === 'upheld' || status === 'struck' ? status : 'none';
}

/** Until a person has decided it is a proposal and nothing else. */
export function accountabilityView(
  status: MatterRow['status'],
  measure: string | null,
): AccountabilityShown {
  if (status === 'struck') return { status };
  if (status !== 'decided') return { status: 'proposed' };
  return measure === null ? { status } : { status, measure };
}

function decideAt({ id, kind, programmeId, escalationId }: PendingRow): string {
  switch (kind) {
    case 'extension':
      return `/v1/programmes/${programmeId}/extensions/${id}/decisions`;
    case 'review':
      return `/v1/reviews/${id}/decisions`;
    case 'accountability':
      return `/v1/escalations/${escalationId ?? ''}/accountability-decisions`;
  }
}

function askedOf({
  asked,
}: PendingRow): Pick<PendingShown, 'rung' | 'reason' | 'progress' | 'from' | 'to'> {
  const entries = Object.entries({
    rung: asked['rung'],
    reason: asked['reason'] ?? asked['grounds'],
    progress: asked['progress'],
    from: asked['from'],
    to: asked['to'],
  });
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, textOf(value)]),
  );
}

function phaseTitle(definition: Definition, key: string): Localised {
  return phaseOf(definition, key)?.title ?? { zh: key, en: key };
}
