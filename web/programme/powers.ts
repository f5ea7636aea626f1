/** What the reader may do in a programme, as far as the page can tell; the API decides. It spares people buttons that only refuse. */
import type { Schemas } from '../api/client.ts';
import type { Me } from '../session/session.ts';
import type { Plan } from '../api/plan.ts';
import type { Programme } from './programme-query.ts';

type Phase = Schemas['Phase'];
type Deliverable = Schemas['Deliverable'];

export interface PowersScene {
  readonly me: Me;
  readonly programme: Programme;
  readonly plan: Plan;
}

/** Offices that the reader holds in this programme. */
export function heldOffices({ me, programme }: Pick<PowersScene, 'me' | 'programme'>): Set<string> {
  const here = me.offices.filter(
    ({ programmeId }) => programmeId === null || programmeId === programme.id,
  );
  return new Set(here.map(({ key }) => key));
}

/** Null when the reader may not act for the office; otherwise the office by which he does. */
export function standingFor(
  office: string,
  { me, programme }: Omit<PowersScene, 'plan'>,
): string | null {
  const held = heldOffices({ me, programme });
  if (held.has(office)) return office;
  const acting = programme.faults.find(
    (fault) => fault.code === 'office-vacant' && fault.office === office,
  )?.actingOffice;
  return acting !== undefined && held.has(acting) ? acting : null;
}

export interface ProgrammePowers {
  readonly suspend: boolean;
  readonly resume: boolean;
  readonly withdraw: boolean;
  readonly terminate: boolean;
}

export function programmePowers({ me, programme, plan }: PowersScene): ProgrammePowers {
  const held = heldOffices({ me, programme });
  const { status } = programme;
  const isOwner = held.has(plan.owner);
  const maySuspend = held.has(plan.governance?.suspension?.decidedBy ?? plan.owner);
  return {
    suspend: maySuspend && status === 'active',
    resume: maySuspend && status === 'suspended',
    withdraw: isOwner && status === 'active' && !hasClosed(programme),
    terminate: isOwner && (status === 'active' || status === 'suspended'),
  };
}

function hasClosed({ phases, duties }: Programme): boolean {
  return (
    phases.some(({ closedAt }) => closedAt !== undefined) ||
    duties.some(({ counts }) => counts.done + counts.late > 0)
  );
}

export interface PhasePowers {
  readonly giveBack: boolean;
  readonly extend: boolean;
  readonly urge: boolean;
  readonly copy: boolean;
}

export function phasePowers(phase: Phase, { me, programme, plan }: PowersScene): PhasePowers {
  const held = heldOffices({ me, programme });
  const isOpen = programme.status === 'active' && phase.status === 'open';
  const responsible = responsibleOffices(phase);
  const leads = held.has(plan.owner) || held.has(phase.lead);
  const isSuperior = superiorsOf(plan, responsible).some((office) => held.has(office));
  const isAsked = openOffices(phase).some((office) => held.has(office));
  return {
    giveBack: isOpen && held.has(plan.owner) && phase.steps.length + phase.deliverables.length > 0,
    extend: isOpen && (leads || responsible.some((office) => held.has(office))),
    urge: isOpen && responsible.length > 0 && (leads || isSuperior),
    copy: programme.status === 'active' && (leads || isAsked),
  };
}

/** Whoever owes something now, else whoever is asked to decide; of a phase without either its lead. */
export function responsibleOffices(phase: Phase): readonly string[] {
  if (phase.deliverables.length === 0 && phase.steps.length === 0) return [phase.lead];
  const owing = phase.deliverables.filter(
    (one) => one.owedSince !== undefined && (one.status === 'due' || one.check?.ok === false),
  );
  if (owing.length > 0) return [...new Set(owing.map(({ office }) => office))];
  return openOffices(phase);
}

function openOffices({ status, steps }: Phase): readonly string[] {
  if (status !== 'open') return [];
  const step = steps.find((one) => one.status === 'open');
  return (step?.slots ?? []).filter((slot) => slot.status === 'open').map(({ office }) => office);
}

function superiorsOf({ offices }: Plan, below: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const office of below) {
    let above = offices.find(({ key }) => key === office)?.reportsTo ?? null;
    while (above !== null && !found.has(above)) {
      found.add(above);
      const next: string = above;
      above = offices.find(({ key }) => key === next)?.reportsTo ?? null;
    }
  }
  return [...found];
}

/** A deliverable stands from the first decision after it until the phase is returned. */
export function mayHandIn(
  deliverable: Deliverable,
  phase: Phase,
  scene: Omit<PowersScene, 'plan'>,
): boolean {
  if (scene.programme.status !== 'active' || phase.status !== 'open') return false;
  if (deliverable.owedSince === undefined || standingFor(deliverable.office, scene) === null) {
    return false;
  }
  const place = phase.steps.findIndex(({ key }) => key === deliverable.afterStep);
  const later = phase.steps.slice(place + 1);
  return !later.some(({ slots }) => slots.some(({ status }) => status === 'decided'));
}

/** The first instant at which the phase may be urged again; null when it may be at once. */
export function urgedUntil(
  { urgedAt }: Pick<Phase, 'urgedAt'>,
  { programme, plan }: Omit<PowersScene, 'me'>,
): string | null {
  if (urgedAt === undefined) return null;
  const hours = plan.governance?.urging?.coolDownHours ?? COOL_DOWN_HOURS;
  const until = new Date(Date.parse(urgedAt) + hours * HOUR_MS).toISOString();
  return Date.parse(until) > Date.parse(programme.now) ? until : null;
}

const COOL_DOWN_HOURS = 4;
const HOUR_MS = 3_600_000;
