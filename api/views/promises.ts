/** The health of promises as administrators see it. */
import type { z } from 'zod';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { ArmedMomentRow, Promises } from '../reads.ts';
import type { promisesSchema } from '../schemas/promises.ts';
import { momentView } from './moment.ts';

type Shown = z.output<typeof promisesSchema>;

export interface PromisesScene {
  readonly now: Date;
  readonly toleranceMs: number;
  readonly definitionOf: (ref: ArmedMomentRow['definition']) => Definition;
  readonly checks: Shown['checks'];
}

export function promisesView({ counts, armed, late }: Promises, scene: PromisesScene): Shown {
  return {
    at: scene.now.toISOString(),
    armed: { count: counts.armed, next: armed.map((row) => armedView(row, scene)) },
    late: {
      count: counts.late,
      since: counts.lateSince,
      toleranceSeconds: scene.toleranceMs / 1_000,
      programmes: [...late],
    },
    outbox: { waiting: counts.outboxWaiting, since: counts.outboxSince },
    emails: {
      waiting: counts.emailsWaiting,
      retried: counts.emailsRetried,
      givenUp: counts.emailsGivenUp,
      since: counts.emailsSince,
    },
    checks: scene.checks,
  };
}

function armedView(
  row: ArmedMomentRow,
  { definitionOf }: PromisesScene,
): Shown['armed']['next'][number] {
  const { programmeId, programmeTitle, programmeTitleEn, rehearsal, phase } = row;
  return {
    ...momentView(row),
    programmeId,
    programmeTitle,
    programmeTitleEn,
    rehearsal,
    phaseTitle: phaseOf(definitionOf(row.definition), phase)?.title ?? null,
  };
}
