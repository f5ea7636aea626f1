/** A programme as people see it: derived from state, definition and read models, at one instant of its own time. */
import { startOfDay } from '../../domain/calendar/dates.ts';
import { isProvisional } from '../../domain/calendar/working-days.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { ProgrammeClock } from '../../domain/calendar/rehearsal-clock.ts';
import type { Definition, Localised, RungKey } from '../../domain/definition/types.ts';
import { toldDays } from '../../domain/programme/check-context.ts';
import { requirePhase, type PhaseView } from '../../domain/programme/lookups.ts';
import { isOver, stepsOf } from '../../domain/programme/progress.ts';
import type {
  PhaseState,
  PhaseStatus,
  ProgrammeState,
  ProgrammeStatus,
} from '../../domain/programme/state.ts';
import type { CountedPeriodRow, MatterRow } from '../reads.ts';
import type { RolloutCount } from '../../domain/programme/units/count.ts';
import type { UnitParent } from '../../domain/programme/units/state.ts';
import { deliverableView, owingOf, type DeliverableShown } from './deliverable.ts';
import { extensionViews, type ExtensionShown } from './extension.ts';
import { indicatorSummaries, type IndicatorSummary } from './indicator-summary.ts';
import type { MomentShown } from './moment.ts';
import {
  personRef,
  type ContentRow,
  type DecisionRow,
  type Names,
  type PersonName,
} from './rows.ts';
import { innerDateOf, phaseHandsView, type HandsScene, type PhaseHands } from './hands.ts';
import { pendingMigration, type PendingMigrationShown } from './migration.ts';
import { officeTitle } from './office-title.ts';
import { phasePressureView, type PhasePressureShown } from './phase-pressure.ts';
import { stepView, type StepShown } from './step.ts';
import { rolloutSummary, unitSetsView, type RolloutSummary, type UnitSetShown } from './units.ts';

export interface PhaseShown extends PhaseHands {
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
  readonly lapsedAt?: string;
  readonly rungs: readonly RungKey[];
  readonly climbStopped: boolean;
  readonly extensions: readonly ExtensionShown[];
  readonly steps: readonly StepShown[];
  readonly deliverables: readonly DeliverableShown[];
  readonly pressure?: PhasePressureShown;
}

export interface ProgrammeFault {
  readonly code: 'office-vacant' | 'date-provisional';
  readonly office?: string;
  /** Of a vacant office: the one that acts in its place; left out when there is none. */
  readonly actingOffice?: string;
  readonly phase?: string;
  readonly message: Localised;
}

export interface ProgrammeShown {
  readonly id: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly title: string;
  readonly titleEn: string | null;
  readonly status: ProgrammeStatus;
  readonly position: number;
  readonly startsOn: string;
  readonly calendar: ProgrammeState['calendar'];
  readonly rehearsal: boolean;
  readonly clock: ProgrammeClock | null;
  readonly now: string;
  readonly startedBy: PersonName;
  readonly suspendedAt?: string;
  readonly phases: readonly PhaseShown[];
  readonly indicators: readonly IndicatorSummary[];
  readonly nextMoment: MomentShown | null;
  readonly migration: PendingMigrationShown | null;
  readonly faults: readonly ProgrammeFault[];
  readonly unitSets: readonly UnitSetShown[];
  readonly rollouts: readonly RolloutSummary[];
  readonly parent?: UnitParent;
}

/** Everything of one programme that a view is made of. */
export interface ProgrammeScene {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  readonly decisions: readonly DecisionRow[];
  readonly contents: readonly ContentRow[];
  /** The newest periods of each duty. */
  readonly periods: readonly CountedPeriodRow[];
  readonly matters: readonly MatterRow[];
  readonly names: Names;
  /** Offices of the definition that nobody holds now. */
  readonly vacant: readonly string[];
  /** Each of them → office that may act in its place, or null. */
  readonly acting: HandsScene['acting'];
  readonly consultations: HandsScene['consultations'];
  readonly nextMoment: MomentShown | null;
  /** Programme time. */
  readonly now: string;
  readonly rollouts: readonly RolloutCount[];
}

export function programmeView(scene: ProgrammeScene): ProgrammeShown {
  const { state } = scene;
  return {
    id: state.id,
    definition: state.definition,
    title: state.title,
    titleEn: state.titleEn ?? null,
    status: state.status,
    position: state.position,
    startsOn: state.startsOn,
    rehearsal: state.clock !== null,
    clock: state.clock,
    now: scene.now,
    startedBy: personRef(state.startedBy, scene.names),
    ...(state.suspendedAt === null ? {} : { suspendedAt: state.suspendedAt }),
    calendar: state.calendar,
    phases: state.phases.map((phase) => phaseView(phase, scene)),
    indicators: indicatorSummaries(state, scene.definition, scene.now),
    nextMoment: scene.nextMoment,
    migration: pendingMigration(scene),
    faults: [...vacancies(scene), ...provisionalDates(scene)],
    unitSets: unitSetsView(scene),
    rollouts: scene.rollouts.map(rolloutSummary),
    ...(state.parent === null ? {} : { parent: state.parent }),
  };
}

/** Derived, never stored: due, and neither closed nor given up with the programme. */
export function isOverdue(phase: PhaseState, state: ProgrammeState, now: string): boolean {
  return state.status === 'active' && !isOver(phase) && now >= phase.dueAt;
}

function phaseView(state: PhaseState, scene: ProgrammeScene): PhaseShown {
  const phase = requirePhase(scene.state, scene.definition, state.key);
  const decisions = scene.decisions.filter((row) => row.phase === state.key);
  return {
    key: state.key,
    title: phase.definition.title,
    clause: phase.definition.clause,
    round: state.round,
    status: state.status,
    ...datesOf(state, scene),
    rungs: state.rungs.map(({ rung }) => rung),
    climbStopped: state.climbStoppedIn === state.round,
    extensions: extensionViews(state, scene),
    steps: stepsOf(phase).map((step) => stepView(step, { ...scene, phase, decisions })),
    deliverables: deliverablesOf(phase, scene),
    ...phaseHandsView(phase, scene),
    ...phasePressureView(phase, scene),
  };
}

type PhaseDates = Pick<
  PhaseShown,
  | 'opensOn'
  | 'dueOn'
  | 'opensAt'
  | 'dueAt'
  | 'overdue'
  | 'missed'
  | 'openedAt'
  | 'closedAt'
  | 'lapsedAt'
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
    ...(phase.lapsedAt === undefined ? {} : { lapsedAt: phase.lapsedAt }),
  };
}

/** The deliverables of a phase in its present round. */
export function deliverablesOf(
  phase: PhaseView,
  scene: Pick<ProgrammeScene, 'contents' | 'names' | 'calendar' | 'definition'>,
): readonly DeliverableShown[] {
  const days = toldDays(phase.state, scene.definition);
  return phase.definition.deliverables.flatMap((definition) => {
    const state = phase.state.deliverables.find(({ key }) => key === definition.key);
    if (state === undefined) return [];
    const content = scene.contents.find(
      (row) =>
        row.phase === phase.state.key &&
        row.key === definition.key &&
        row.round === phase.state.round,
    );
    const owing = owingOf(phase, definition, scene.definition.zone);
    const about = { ...owing, content, names: scene.names, days };
    const shown = deliverableView(definition, state, about);
    return [{ ...shown, ...innerDateOf(phase, definition.office, scene) }];
  });
}

export function vacancies({
  definition,
  vacant,
  acting,
}: Pick<ProgrammeScene, 'definition' | 'vacant' | 'acting'>): readonly ProgrammeFault[] {
  return vacant.map((office) => {
    const title = officeTitle(definition, office);
    const stand = acting[office] ?? null;
    const by = stand === null ? null : officeTitle(definition, stand);
    return {
      code: 'office-vacant',
      office,
      ...(stand === null ? {} : { actingOffice: stand }),
      message: {
        zh: `职务“${title.zh}”目前无人担任，${by === null ? '也无人可以代行' : `由“${by.zh}”代行`}。`,
        en: `Nobody holds the office "${title.en}" at present; ${by === null ? 'nobody can act in its place' : `"${by.en}" acts in its place`}.`,
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
