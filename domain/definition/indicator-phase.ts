/** A target of an indicator as a phase: it closes when the value is measured and meets the target. */
import type { IndicatorDefinition, TargetDefinition } from './indicator-types.ts';
import { derivedKey, splitKey } from './phase-key.ts';
import type { Definition, PhaseDefinition } from './types.ts';

/** An indicator and one of its targets. */
export interface IndicatorTarget {
  readonly indicator: IndicatorDefinition;
  readonly target: TargetDefinition;
}

/** The target that a key of a phase names; null for any other phase. */
export function targetOf(definition: Definition, phaseKey: string): IndicatorTarget | null {
  const parts = splitKey(phaseKey);
  return parts === null ? null : findTarget(definition, parts.base, parts.part);
}

/** Null when there is no such indicator or target. */
export function derivedFromIndicator(
  definition: Definition,
  key: string,
  targetKey: string,
): PhaseDefinition | null {
  const found = findTarget(definition, key, targetKey);
  if (found === null) return null;
  const { indicator, target } = found;
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

function findTarget(
  definition: Definition,
  key: string,
  targetKey: string,
): IndicatorTarget | null {
  const indicator = definition.indicators?.find((candidate) => candidate.key === key);
  const target = indicator?.targets.find((candidate) => candidate.key === targetKey);
  return indicator === undefined || target === undefined ? null : { indicator, target };
}
