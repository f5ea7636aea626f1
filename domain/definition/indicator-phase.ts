/** A target of an indicator as a phase: it closes when the value is measured and meets the target. */
import { derivedKey } from './phase-key.ts';
import type { Definition, PhaseDefinition } from './types.ts';

/** Null when there is no such indicator or target. */
export function derivedFromIndicator(
  definition: Definition,
  key: string,
  targetKey: string,
): PhaseDefinition | null {
  const indicator = definition.indicators?.find((candidate) => candidate.key === key);
  const target = indicator?.targets.find((candidate) => candidate.key === targetKey);
  if (indicator === undefined || target === undefined) return null;
  return {
    key: derivedKey(key, targetKey),
    title: {
      zh: `${indicator.title.zh}（${targetKey}）`,
      en: `${indicator.title.en} (${targetKey})`,
    },
    clause: indicator.clause,
    window: { from: target.from, to: target.on },
    after: [],
    deliverables: [],
    steps: [],
    lead: indicator.office,
    ...(indicator.ladder === undefined ? {} : { ladder: indicator.ladder }),
  };
}
