/** Migrations of the small plan: version 2, its preview, and carrying it through. */
import type { Definition, PhaseDefinition } from '../../domain/definition/types.ts';
import { fold } from '../../domain/programme/evolve.ts';
import { decide } from '../../domain/programme/decide.ts';
import { previewMigration } from '../../domain/programme/migration/preview.ts';
import type { MigrationPreview } from '../../domain/programme/migration/preview-types.ts';
import type { MigrationCommand } from '../../domain/programme/migration/commands.ts';
import type { DateChoice } from '../../domain/programme/state.ts';
import { local } from './acts.ts';
import { holder } from './given.ts';
import type { Run } from './given.ts';
import { calendar, plan } from './plan.ts';

export type Change = (phase: PhaseDefinition) => PhaseDefinition;

/** The small plan as version 2, with some phases changed, left out or added. */
export function second(
  changes: Readonly<Record<string, Change | null>>,
  added: PhaseDefinition[] = [],
): Definition {
  const phases = plan.phases.flatMap((phase) => {
    const change = changes[phase.key];
    return change === null ? [] : [change === undefined ? phase : change(phase)];
  });
  return { ...plan, version: 2, phases: [...phases, ...added] };
}

export const due =
  (to: string, from?: string): Change =>
  (phase) => ({ ...phase, window: { from: from ?? phase.window.from, to } });

export function previewOf(
  { state }: Run,
  to: Definition,
  { at, choices = {} }: { at: string; choices?: Readonly<Record<string, DateChoice>> },
): MigrationPreview {
  return previewMigration({ state, from: plan, to, calendar, choices, now: local(at) });
}

export function verdicts({ phases }: MigrationPreview): readonly string[] {
  return phases.map(({ key, verdict, before, after }) => {
    return `${key} ${verdict} ${before?.dueOn ?? '-'} > ${after?.dueOn ?? '-'}`;
  });
}

export function verdictOf(preview: MigrationPreview, key: string): string {
  const found = preview.phases.find((phase) => phase.key === key);
  return `${found?.verdict ?? ''}: ${found?.why.en ?? ''}`;
}

export const NOW = '2013-09-25 12:00';

export function tryMigration(
  run: Run,
  command: MigrationCommand,
  { by, to }: { readonly by: string; readonly to: Definition },
): ReturnType<typeof decide> {
  const everyone = plan.offices.map(({ key }) => [key, [`person-${key}`]]);
  return decide(run.state, command, {
    now: local(NOW),
    definition: plan,
    calendar,
    actor: holder(by),
    holders: Object.fromEntries(everyone) as Record<string, string[]>,
    target: to,
  });
}

export function migrating(
  run: Run,
  command: MigrationCommand,
  scene: { readonly by: string; readonly to: Definition },
): Run {
  const decision = tryMigration(run, command, scene);
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  const events = [...run.events, ...decision.events];
  const state = fold(events);
  if (state === null) throw new Error('nothing is left');
  return { state, events };
}

export function propose(
  run: Run,
  to: Definition,
  choices: Readonly<Record<string, DateChoice>> = {},
): Run {
  return migrating(
    run,
    { type: 'ProposeMigration', version: 2, choices, expectedPreviewHash: null },
    { by: 'clerk', to: to },
  );
}

export function decideOn(
  run: Run,
  approve = true,
  opinion: string | null = null,
): MigrationCommand {
  return { type: 'DecideMigration', migration: run.state.migration?.id ?? '', approve, opinion };
}

export function migrated(
  run: Run,
  to: Definition,
  choices: Readonly<Record<string, DateChoice>> = {},
): Run {
  const proposed = propose(run, to, choices);
  return migrating(proposed, decideOn(proposed), { by: 'head', to: to });
}
