/** A period of a duty as a phase. */
import { derivedKey } from './phase-key.ts';
import { readPeriod, windowOf, wordPeriod } from './periods.ts';
import type { Definition, PhaseDefinition } from './types.ts';

/** Null when there is no such duty, or the text names no period of it. */
export function derivedFromDuty(
  definition: Definition,
  key: string,
  period: string,
): PhaseDefinition | null {
  const duty = definition.duties?.find((candidate) => candidate.key === key);
  if (duty === undefined || !readPeriod(duty.every, period)) return null;
  const words = wordPeriod(period);
  return {
    key: derivedKey(key, period),
    title: {
      zh: `${duty.title.zh}（${words.zh}）`,
      en: `${duty.title.en} (${words.en})`,
    },
    clause: duty.clause,
    window: windowOf(duty, period),
    after: [],
    deliverables: duty.deliverables,
    steps: duty.steps,
    ...(duty.dueRule === undefined ? {} : { dueRule: duty.dueRule }),
    ...(duty.ladder === undefined ? {} : { ladder: duty.ladder }),
  };
}
