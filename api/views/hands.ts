/** Who acts, as people see it: how a slot came to its office, what it waits for, and who takes part in a phase. */
import { deadlineInstant } from '../../domain/calendar/dates.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition, Localised } from '../../domain/definition/types.ts';
import type { SignerPlace } from '../../domain/programme/hands/effective-policy.ts';
import { innerDueOn, leadOf, owesStill } from '../../domain/programme/hands/lead.ts';
import type { PhaseView, StepView } from '../../domain/programme/lookups.ts';
import type { Outcome, StoredAnswer } from '../../engine/types.ts';
import { officeOfSeat, type ConsultationRow, type CopyRow } from '../reads.ts';
import { phaseAct } from './act.ts';
import { officeTitle } from './office-title.ts';
import { personRef, type Names, type PersonName } from './rows.ts';

interface ConsultationShown {
  readonly id: string;
  readonly office: string;
  readonly title: Localised;
  readonly status: ConsultationRow['status'];
  readonly question: string;
  readonly answer?: string;
  readonly by?: PersonName;
  readonly at?: string;
}

export interface SlotHands {
  readonly transferredFrom?: readonly string[];
  readonly addedBy?: { readonly office: string; readonly place: SignerPlace };
  readonly vacant?: true;
  readonly actingOffice?: string;
  readonly waitingFor?: string;
  readonly consultations?: readonly ConsultationShown[];
}

export interface HandsScene {
  readonly definition: Definition;
  readonly consultations: readonly ConsultationRow[];
  /** Vacant office → office that may act in its place, or null. */
  readonly acting: Readonly<Record<string, string | null>>;
  readonly names: Names;
}

/** What is special about a slot; nothing for one that its own office fills as the paper has it. */
export function slotHandsView(
  office: string,
  {
    step,
    phase,
    scene,
  }: { readonly step: StepView; readonly phase: PhaseView; readonly scene: HandsScene },
): SlotHands {
  const slot = step.slots.find((one) => one.office === office);
  const vote = step.state.votes.find((one) => one.office === office);
  const asked = scene.consultations.filter(
    (row) =>
      row.phase === phase.state.key &&
      row.round === phase.state.round &&
      row.step === step.definition.key &&
      row.office === office,
  );
  const waitingFor = asked.find(({ status }) => status === 'open')?.consulted;
  return {
    ...(slot === undefined || slot.past.length === 0 ? {} : { transferredFrom: slot.past }),
    ...(slot?.added === undefined || slot.added === null
      ? {}
      : { addedBy: { office: slot.added.by, place: slot.added.place } }),
    ...(vote === undefined ? vacancyOf(office, scene) : actedBy(vote.actingOffice)),
    ...(waitingFor === undefined ? {} : { waitingFor }),
    ...(asked.length === 0 ? {} : { consultations: asked.map((row) => opinionOf(row, scene)) }),
  };
}

function actedBy(office: string | undefined): Pick<SlotHands, 'actingOffice'> {
  return office === undefined ? {} : { actingOffice: office };
}

function vacancyOf(
  office: string,
  { acting }: HandsScene,
): Pick<SlotHands, 'vacant' | 'actingOffice'> {
  if (!Object.hasOwn(acting, office)) return {};
  return { vacant: true, ...actedBy(acting[office] ?? undefined) };
}

function opinionOf(row: ConsultationRow, { definition, names }: HandsScene): ConsultationShown {
  return {
    id: row.id,
    office: row.consulted,
    title: officeTitle(definition, row.consulted),
    status: row.status,
    question: row.question,
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answeredBy === null ? {} : { by: personRef(row.answeredBy, names) }),
    ...(row.answeredAt === null ? {} : { at: row.answeredAt }),
  };
}

export interface CoOrganiserShown {
  readonly office: string;
  readonly title: Localised;
  readonly innerDueOn: string;
  readonly status: 'owing' | 'done';
  readonly overdue: boolean;
  readonly missed: boolean;
}

export interface PhaseHands {
  readonly lead: string;
  readonly coOrganisers: readonly CoOrganiserShown[];
  readonly urgedAt?: string;
}

/** @param scene.now programme time */
export function phaseHandsView(phase: PhaseView, scene: InnerDateScene): PhaseHands {
  const { definition, state } = phase;
  const parts = definition.coOrganisers ?? [];
  return {
    lead: leadOf(definition, scene.definition),
    coOrganisers: parts.map((part) => {
      const day = innerDueOn(part, state.dueOn, scene.calendar);
      const owes = owesStill(phase, part.office);
      const isOver = scene.now >= deadlineInstant(day, scene.definition.zone);
      const { office } = part;
      return {
        office,
        title: officeTitle(scene.definition, office),
        innerDueOn: day,
        status: owes ? 'owing' : 'done',
        overdue: state.status === 'open' && owes && isOver,
        missed: (state.innerMissed ?? []).some(
          (one) => one.office === office && one.round === state.round,
        ),
      };
    }),
    ...(state.urgedAt === undefined ? {} : { urgedAt: state.urgedAt }),
  };
}

export interface InnerDateScene {
  readonly definition: Definition;
  readonly calendar: Parameters<typeof innerDueOn>[2];
  readonly now: string;
}

/** Inner date of what the office owes; nothing where it is no co-organiser. */
export function innerDateOf(
  { definition, state }: PhaseView,
  office: string,
  { calendar }: Pick<InnerDateScene, 'calendar'>,
): { readonly innerDueOn?: string } {
  const part = definition.coOrganisers?.find((one) => one.office === office);
  return part === undefined ? {} : { innerDueOn: innerDueOn(part, state.dueOn, calendar) };
}

export function consultationView(
  row: ConsultationRow,
  definition: Definition,
  names: Names,
): object {
  return {
    id: row.id,
    programmeId: row.programmeId,
    programmeTitle: row.programmeTitle,
    programmeTitleEn: row.programmeTitleEn,
    rehearsal: row.rehearsal,
    phase: row.phase,
    phaseTitle: phaseTitle(definition, row.phase),
    round: row.round,
    step: row.step,
    office: row.office,
    officeTitle: officeTitle(definition, row.office),
    consulted: row.consulted,
    consultedTitle: officeTitle(definition, row.consulted),
    status: row.status,
    question: row.question,
    askedBy: personRef(row.askedBy, names),
    askedAt: row.askedAt,
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answeredBy === null ? {} : { answeredBy: personRef(row.answeredBy, names) }),
    ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
    ...actingView(row),
  };
}

export function copyView(row: CopyRow, definition: Definition, names: Names): object {
  return {
    id: row.id,
    programmeId: row.programmeId,
    programmeTitle: row.programmeTitle,
    programmeTitleEn: row.programmeTitleEn,
    rehearsal: row.rehearsal,
    phase: row.phase,
    phaseTitle: phaseTitle(definition, row.phase),
    round: row.round,
    office: row.office,
    from: row.from,
    fromTitle: officeTitle(definition, row.from),
    ...(row.note === null ? {} : { note: row.note }),
    by: personRef(row.by, names),
    at: row.at,
  };
}

/** The office by which one may act for a vacant one; nothing where it is held. */
export function actingView({ actingSeat }: { readonly actingSeat: string | null }): {
  readonly actingOffice?: string;
} {
  return actingSeat === null ? {} : { actingOffice: officeOfSeat(actingSeat) };
}

/** A question that was put, with its id. */
export function consultationAct(phase: string): (outcome: Outcome) => StoredAnswer {
  return (outcome) => {
    const answer = phaseAct(phase)(outcome);
    const asked = outcome.events.find(({ type }) => type === 'ConsultationAsked');
    if (asked?.type !== 'ConsultationAsked') throw new Error('a consultation was not asked');
    return {
      ...answer,
      body: { ...(answer.body as object), consultation: asked.data.consultationId }, // made just above
    };
  };
}

function phaseTitle(definition: Definition, key: string): Localised {
  return phaseOf(definition, key)?.title ?? { zh: key, en: key };
}
