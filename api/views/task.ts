/** Tasks as people see them: a line of the inbox, and the sheet by which one decides. */
import { phaseOf } from '../../domain/definition/phase-of.ts';
import { bodyOf, type BodyPolicy } from '../../domain/definition/policy.ts';
import type { Definition, Localised } from '../../domain/definition/types.ts';
import { findStep, predecessors, requirePhase } from '../../domain/programme/lookups.ts';
import { openOffices } from '../../domain/programme/progress.ts';
import type { DecisionKind } from '../../domain/programme/state.ts';
import type { TaskRow } from '../reads.ts';
import type { DeliverableShown } from './deliverable.ts';
import { deliverablesOf, type ProgrammeScene } from './programme.ts';
import { personRef, type DecisionRow, type PersonName } from './rows.ts';
import { actingView } from './hands.ts';
import { officeTitle } from './office-title.ts';
import { stepView, type StepShown } from './step.ts';
import type { ProgrammeTitled } from '../../db/read-models/programme-title.ts';

export interface TaskShown extends ProgrammeTitled {
  readonly id: string;
  readonly programmeId: string;
  readonly rehearsal: boolean;
  readonly phase: string;
  readonly phaseTitle: Localised;
  readonly round: number;
  readonly step: string;
  readonly stepTitle: Localised;
  readonly office: string;
  readonly officeTitle: Localised;
  readonly status: TaskRow['status'];
  readonly openedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly decision?: DecisionKind;
  readonly decidedAt?: string;
  /** Set where the office is vacant: the office for which the reader may act in its place. */
  readonly actingOffice?: string;
}

export interface OpinionShown {
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly officeTitle: Localised;
  readonly decision: DecisionKind;
  readonly opinion?: string;
  readonly by: PersonName;
  readonly at: string;
}

export interface TaskSheet extends TaskShown {
  readonly asked: Localised;
  readonly policy: Localised;
  readonly next: readonly string[];
  readonly currentStep: StepShown;
  readonly deliverables: readonly DeliverableShown[];
  readonly opinions: readonly OpinionShown[];
  readonly returnTargets: readonly string[];
  readonly position: number;
}

/** @param now real time */
export function taskView(row: TaskRow, definition: Definition, now: string): TaskShown {
  const phase = phaseOf(definition, row.phase);
  const step = phase?.steps.find(({ key }) => key === row.step);
  return {
    id: row.id,
    programmeId: row.programmeId,
    programmeTitle: row.programmeTitle,
    programmeTitleEn: row.programmeTitleEn,
    rehearsal: row.rehearsal,
    phase: row.phase,
    phaseTitle: phase?.title ?? { zh: row.phase, en: row.phase },
    round: row.round,
    step: row.step,
    stepTitle: step?.title ?? { zh: row.step, en: row.step },
    office: row.office,
    officeTitle: officeTitle(definition, row.office),
    status: row.status,
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    overdue: row.status === 'open' && now >= row.dueRealAt,
    ...(row.decision === null ? {} : { decision: row.decision }),
    ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
    ...actingView(row),
  };
}

export function taskSheetView(task: TaskShown, scene: ProgrammeScene): TaskSheet {
  const { definition, state } = scene;
  const phase = requirePhase(state, definition, task.phase);
  const step = findStep(phase, task.step);
  if (step === null) throw new Error(`state and definition disagree about step ${task.step}`);
  const decisions = scene.decisions.filter((row) => row.phase === task.phase);
  const currentStep = stepView(step, { ...scene, phase, decisions });
  return {
    ...task,
    ...(task.status === 'open' ? actingIn(task.office, scene) : {}),
    asked: asked(task, bodyOf(step.definition.policy, task.office)),
    policy: currentStep.policy,
    next: openOffices(phase),
    currentStep,
    deliverables: deliverablesOf(phase, scene),
    opinions: decisions.map((row) => opinionView(row, scene)),
    returnTargets: [
      task.phase,
      ...definition.phases
        .map(({ key }) => key)
        .filter((key) => key !== task.phase && predecessors(definition, task.phase).has(key)),
    ],
    position: state.position,
  };
}

function actingIn(office: string, { acting }: ProgrammeScene): Pick<TaskShown, 'actingOffice'> {
  const stand = Object.hasOwn(acting, office) ? acting[office] : undefined;
  return stand === undefined || stand === null ? {} : { actingOffice: stand };
}

function asked(task: TaskShown, body: BodyPolicy | undefined): Localised {
  if (body !== undefined) {
    return {
      zh: `请${task.officeTitle.zh}召集${body.title.zh}就“${task.phaseTitle.zh}”的“${task.stepTitle.zh}”环节表决，并登记结果；亦可退回。`,
      en: `${task.officeTitle.en} is asked to have the body meet and to record its vote on the step "${task.stepTitle.en}" of "${task.phaseTitle.en}" (${body.title.en}), or to return it.`,
    };
  }
  return {
    zh: `请${task.officeTitle.zh}在“${task.phaseTitle.zh}”的“${task.stepTitle.zh}”环节签批：同意、退回、不同意或弃权。`,
    en: `${task.officeTitle.en} is asked to decide the step "${task.stepTitle.en}" of "${task.phaseTitle.en}": approve, return, reject or abstain.`,
  };
}

function opinionView(row: DecisionRow, { definition, names }: ProgrammeScene): OpinionShown {
  return {
    round: row.round,
    step: row.step,
    office: row.office,
    officeTitle: officeTitle(definition, row.office),
    decision: row.decision,
    ...(row.opinion === null ? {} : { opinion: row.opinion }),
    by: personRef(row.by, names),
    at: row.at,
  };
}
