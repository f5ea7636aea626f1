/** A running programme moved to another version of its definition. The rules, by command. */
import { holdsOffice, recipientsOf } from '../../authority/holding.ts';
import type { Definition } from '../../definition/types.ts';
import { advance } from '../advance.ts';
import type { DecideContext } from '../commands.ts';
import type { Deciders } from '../deciders.ts';
import type { ProgrammeEvent } from '../events.ts';
import { findPhase } from '../lookups.ts';
import { answersOf, currentStep, isComplete, isOver } from '../progress.ts';
import { createRecorder } from '../recorder.ts';
import type { Recorder } from '../recorder.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { PendingMigration, ProgrammeState } from '../state.ts';
import type { DecideMigration, MigrationCommand, ProposeMigration } from './commands.ts';
import { hashPreview, planMigration } from './preview.ts';
import type { MigrationPlan } from './preview-types.ts';

export const migrationDeciders: Deciders<MigrationCommand> = {
  ProposeMigration: decideProposal,
  DecideMigration: decideMigration,
};

/** By the owner; a later proposal takes the place of one that is not decided. */
function decideProposal(
  state: ProgrammeState,
  command: ProposeMigration,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, definition, now, holders } = context;
  if (actor.kind !== 'person' || !holdsOffice(actor, definition.owner)) {
    return refuse('not-owner', { office: definition.owner });
  }
  const target = targetOf(context, command.version);
  if (target === null) return refuse('migration-target-unknown', { version: command.version });
  if (target.version <= definition.version) {
    return refuse('migration-target-invalid', { version: definition.version });
  }
  const stray = Object.keys(command.choices).find(
    (key) => !state.phases.some((phase) => phase.key === key),
  );
  if (stray !== undefined) return refuse('migration-choice-invalid', { phase: stray });
  const { preview } = planFor(state, { target, choices: command.choices, context });
  const previewHash = hashPreview(preview);
  if ((command.expectedPreviewHash ?? previewHash) !== previewHash) {
    return refuse('migration-outdated', { version: target.version });
  }
  if (!preview.possible) {
    const phases = preview.phases.filter(({ verdict }) => verdict === 'impossible').length;
    return refuse('migration-impossible', { version: target.version, phases });
  }
  const decidedBy = decidingOffice(definition);
  const data = {
    migration: String(state.position + 1),
    to: { key: target.key, version: target.version },
    choices: command.choices,
    previewHash,
    by: actor.id,
    decidedBy,
    recipients: recipientsOf([decidedBy], holders),
  };
  return accept([{ type: 'MigrationProposed', at: now, data }]);
}

/** By the owner's superior, and by another person than the one who proposed. */
function decideMigration(
  state: ProgrammeState,
  command: DecideMigration,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { actor, definition, now, holders } = context;
  const pending = state.migration;
  if (pending?.id !== command.migration) return refuse('migration-not-pending');
  if (actor.kind !== 'person' || !holdsOffice(actor, pending.decidedBy)) {
    return refuse('not-office-holder', { office: pending.decidedBy });
  }
  if (actor.id === pending.proposedBy) return refuse('migration-same-person');
  const opinion = (command.opinion ?? '').trim();
  if (command.approve) return migrate(state, { pending, by: actor.id, opinion }, context);
  if (opinion === '') return refuse('opinion-required', { decision: 'refuse' });
  const data = {
    migration: pending.id,
    to: { key: definition.key, version: pending.version },
    by: actor.id,
    office: pending.decidedBy,
    opinion,
    recipients: recipientsOf([definition.owner], holders),
  };
  return accept([{ type: 'MigrationRefused', at: now, data }]);
}

interface Approval {
  readonly pending: PendingMigration;
  readonly by: string;
  readonly opinion: string;
}

/** One event carries the move; what it implies in open phases follows in the same act. */
function migrate(
  state: ProgrammeState,
  { pending, by, opinion }: Approval,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, now, holders } = context;
  const target = targetOf(context, pending.version);
  if (target === null) return refuse('migration-target-unknown', { version: pending.version });
  const plan = planFor(state, { target, choices: pending.choices, context });
  if (!plan.preview.possible || hashPreview(plan.preview) !== pending.previewHash) {
    return refuse('migration-outdated', { version: pending.version });
  }
  const recorder = createRecorder(state);
  const told = [...new Set([target.owner, ...affectedOffices(plan, target)])];
  recorder.record({
    type: 'ProgrammeMigrated',
    at: now,
    data: {
      migration: pending.id,
      from: { key: definition.key, version: definition.version },
      to: { key: target.key, version: target.version },
      previewHash: pending.previewHash,
      proposedBy: pending.proposedBy,
      by,
      office: pending.decidedBy,
      opinion: opinion === '' ? null : opinion,
      phases: plan.phases,
      duties: plan.duties,
      recipients: recipientsOf(told, holders),
    },
  });
  follow(recorder, { ...context, definition: target });
  return accept(recorder.events());
}

/** A step that is due now is put to its offices, a phase in which nothing is left to do closes. */
function follow(recorder: Recorder, context: DecideContext): void {
  for (const { key, status } of recorder.state().phases) {
    const phase = status === 'open' ? findPhase(recorder.state(), context.definition, key) : null;
    if (phase === null || !waitsForHands(phase.definition)) continue;
    const step = currentStep(phase);
    const answersBefore = step === null ? {} : answersOf(step.state);
    advance(recorder, { phase: key, answersBefore }, context);
  }
  const after = recorder.state();
  const last = after.phases.findLast(isOver);
  if (after.status !== 'active' || !isComplete(after) || last === undefined) return;
  const data = { lastPhase: last.key };
  recorder.record({ type: 'ProgrammeCompleted', at: context.now, data });
}

/** Whether people close it; a target of an indicator closes by being measured. */
function waitsForHands({
  deliverables,
  steps,
}: Pick<Definition['phases'][number], 'deliverables' | 'steps'>): boolean {
  return deliverables.length + steps.length > 0;
}

/** Offices that owe something in a phase whose date is another one. */
function affectedOffices({ preview }: MigrationPlan, target: Definition): readonly string[] {
  return preview.phases
    .filter(({ verdict }) => verdict === 're-dated')
    .flatMap(({ key }) => target.phases.find((phase) => phase.key === key)?.deliverables ?? [])
    .map(({ office }) => office);
}

function planFor(
  state: ProgrammeState,
  {
    target,
    choices,
    context,
  }: {
    readonly target: Definition;
    readonly choices: ProposeMigration['choices'];
    readonly context: DecideContext;
  },
): MigrationPlan {
  const { definition: from, calendar, now } = context;
  return planMigration({ state, from, to: target, calendar, choices, now });
}

/** The version that was looked up for this act; null where there is none. */
function targetOf({ definition, target }: DecideContext, version: number): Definition | null {
  return target?.key === definition.key && target.version === version ? target : null;
}

/** The owner's superior, or, where the owner has none, the owner's own office: another holder of it decides. */
export function decidingOffice({ offices, owner }: Definition): string {
  return offices.find(({ key }) => key === owner)?.reportsTo ?? owner;
}
