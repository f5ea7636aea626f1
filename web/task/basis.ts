/** What a decision rests on, and whether it is still the same after the programme has moved on. */
import type { Sheet } from './task-queries.ts';

type Read = Pick<
  Sheet,
  'status' | 'round' | 'dueAt' | 'deliverables' | 'opinions' | 'returnTargets'
>;

/**
 * Nothing that the reader judged by has changed. That others have approved meanwhile without a word, or that something
 * happened elsewhere in the programme, is no reason to ask again; a return, an objection or an opinion is.
 */
export function restsOnTheSame(before: Read, after: Read): boolean {
  return JSON.stringify(basisOf(before)) === JSON.stringify(basisOf(after));
}

function basisOf({ status, round, dueAt, deliverables, opinions, returnTargets }: Read): unknown {
  return {
    ...{ status, round, dueAt, returnTargets },
    deliverables: deliverables.map(({ key, status: stage, contentHash }) => [
      key,
      stage,
      contentHash ?? null,
    ]),
    opinions: opinions
      .filter(({ decision, opinion }) => decision !== 'approve' || (opinion ?? '') !== '')
      .map(({ step, office, by, at, decision }) => [step, office, by.id, at, decision]),
  };
}
