/** A programme as people see it: derived from state, definition and read models, at one instant of its own time. */
import { startOfDay } from '../../domain/calendar/dates.ts';
import { isProvisional } from '../../domain/calendar/working-days.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { Definition, Localised, RungKey } from '../../domain/definition/types.ts';
import { requirePhase, type PhaseView } from '../../domain/programme/lookups.ts';
import { isOver, stepsOf } from '../../domain/programme/progress.ts';
import type {
  PhaseState,
  PhaseStatus,
  ProgrammeState,
  ProgrammeStatus,
} from '../../domain/programme/state.ts';
import { deliverableView, type DeliverableShown } from './deliverable.ts';
import type { MomentShown } from './moment.ts';
import {
  personRef,
  type ContentRow,
  type DecisionRow,
  type Names,
  type PersonName,
} from './rows.ts';
import { pendingMigration, type PendingMigrationShown } from './migration.ts';
import { officeTitle, stepView, type StepShown } from './step.ts';

export interface PhaseShown {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly round: number;
  readonly status: PhaseStatus;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly opensAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly missed: boolean;
  readonly openedAt?: string;
  readonly closedAt?: string;
  readonly rungs: readonly RungKey[];
  readonly steps: readonly StepShown[];
  readonly deliverables: readonly DeliverableShown[];
}

export interface ProgrammeFault {
  readonly code: 'office-vacant' | 'date-provisional';
  readonly office?: string;
  readonly phase?: string;
  readonly message: Localised;
}

export interface ProgrammeShown {
  readonly id: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  readonly status: ProgrammeStatus;
  readonly position: number;
  readonly startsOn: string;
  readonly rehearsal: boolean;
  readonly clock: ProgrammeClock | null;
  readonly now: string;
  readonly startedBy: PersonName;
  readonly phases: readonly PhaseShown[];
  readonly nextMoment: MomentShown | null;
  readonly migration: PendingMigrationShown | null;
  readonly faults: readonly ProgrammeFault[];
}

/** Everything of one programme that a view is made of. */
export interface ProgrammeScene {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  readonly decisions: readonly DecisionRow[];
  readonly contents: readonly ContentRow[];
  readonly names: Names;
  /** Offices of the definition that nobody holds now. */
  readonly vacant: readonly string[];
  readonly nextMoment: MomentShown | null;
  /** Programme time. */
  readonly now: string;
}

export function programmeView(scene: ProgrammeScene): ProgrammeShown {
  const { state } = scene;
  return {
    id: state.id,
    definition: state.definition,
    title: state.title,
    status: state.status,
    position: state.position,
    startsOn: state.startsOn,
    rehearsal: state.clock !== null,
    clock: state.clock,
    now: scene.now,
    startedBy: personRef(state.startedBy, scene.names),
    phases: state.phases.map((phase) => phaseView(phase, scene)),
    nextMoment: scene.nextMoment,
    migration: pendingMigration(scene),
    faults: [...vacancies(scene), ...provisionalDates(scene)],
  };
}

/** Derived, never stored: due, and neither closed nor given up with the programme. */
export function isOverdue(phase: PhaseState, state: ProgrammeState, now: string): boolean {
  return state.status === 'active' && !isOver(phase) && now >= phase.dueAt;
}

function phaseView(state: PhaseState, scene: ProgrammeScene): PhaseShown {
  const phase = requirePhase(scene.state, scene.definition, state.key);
  const decisions = scene.decisions.filter((row) => row.phase === state.key);
  const { definition, names } = scene;
  return {
    key: state.key,
    title: phase.definition.title,
    clause: phase.definition.clause,
    round: state.round,
    status: state.status,
    ...datesOf(state, scene),
    rungs: state.rungs.map(({ rung }) => rung),
    steps: stepsOf(phase).map((step) => stepView(step, { definition, phase, decisions, names })),
    deliverables: deliverablesOf(phase, scene),
  };
}

type PhaseDates = Pick<
  PhaseShown,
  'opensOn' | 'dueOn' | 'opensAt' | 'dueAt' | 'overdue' | 'missed' | 'openedAt' | 'closedAt'
>;

function datesOf(phase: PhaseState, scene: ProgrammeScene): PhaseDates {
  return {
    opensOn: phase.opensOn,
    dueOn: phase.dueOn,
    opensAt: startOfDay(phase.opensOn, scene.definition.zone),
    dueAt: phase.dueAt,
    overdue: isOverdue(phase, scene.state, scene.now),
    missed: phase.missed,
    ...(phase.openedAt === null ? {} : { openedAt: phase.openedAt }),
    ...(phase.closedAt === null ? {} : { closedAt: phase.closedAt }),
  };
}

/** The deliverables of a phase in its present round. */
export function deliverablesOf(
  phase: PhaseView,
  scene: Pick<ProgrammeScene, 'contents' | 'names'>,
): readonly DeliverableShown[] {
  return phase.definition.deliverables.flatMap((definition) => {
    const state = phase.state.deliverables.find(({ key }) => key === definition.key);
    if (state === undefined) return [];
    const content = scene.contents.find(
      (row) =>
        row.phase === phase.state.key &&
        row.key === definition.key &&
        row.round === phase.state.round,
    );
    return [deliverableView(definition, state, { content, names: scene.names })];
  });
}

function vacancies(scene: ProgrammeScene): readonly ProgrammeFault[] {
  return scene.vacant.map((office) => {
    const title = officeTitle(scene.definition, office);
    return {
      code: 'office-vacant',
      office,
      message: {
        zh: `职务“${title.zh}”目前无人担任。`,
        en: `Nobody holds the office "${title.en}" at present.`,
      },
    };
  });
}

function provisionalDates(scene: ProgrammeScene): readonly ProgrammeFault[] {
  const { calendar } = scene;
  return scene.state.phases
    .filter((phase) => !isOver(phase) && isProvisional(calendar, phase.dueOn))
    .map((phase) => ({
      code: 'date-provisional',
      phase: phase.key,
      message: {
        zh: `工作日历只公布到 ${calendar.publishedThrough}，该阶段的工作日待定。`,
        en: `The calendar is published through ${calendar.publishedThrough}; the working days of this phase are provisional.`,
      },
    }));
}
