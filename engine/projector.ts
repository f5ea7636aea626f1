/** Answers what-if questions one after another, in small turns, so that no question keeps the process from its other work. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Change } from '../domain/planning/changes.ts';
import { project, type Projected, type Subject } from '../domain/planning/projection.ts';
import { UnavailableError } from '../db/errors.ts';
import type { Clock } from '../platform/clock.ts';
import { createTurns } from './turns.ts';

const ACTS_PER_TURN = 20;
const LONGEST_MS = 4_000;
const MOST_WAITING = 20;

export interface Projector {
  /** @throws UnavailableError when too many are asking at once. */
  project(subject: Subject, changes: readonly Change[]): Promise<Projected>;
}

export function createProjector({ clock }: { readonly clock: Clock }): Projector {
  const turns = createTurns();
  let waiting = 0;
  return {
    project: async (subject, changes) => {
      if (waiting >= MOST_WAITING) throw new UnavailableError('too many projections at once');
      waiting += 1;
      try {
        return await turns.take('projection', () => drive(project(subject, changes), clock));
      } finally {
        waiting -= 1;
      }
    },
  };
}

async function drive(run: Generator<undefined, Projected>, clock: Clock): Promise<Projected> {
  const startedMs = clock.now().getTime();
  for (let act = 1; ; act += 1) {
    const step = run.next();
    if (step.done === true) return step.value;
    if (act % ACTS_PER_TURN !== 0) continue;
    if (clock.now().getTime() - startedMs > LONGEST_MS) return { kind: 'too-long' };
    await turn();
  }
}
