/** The phase that a key names: one of the plan, or one derived from a duty or an indicator. */
import { derivedFromDuty } from './duty-phase.ts';
import { derivedFromIndicator } from './indicator-phase.ts';
import { splitKey } from './phase-key.ts';
import type { Definition, Ladder, PhaseDefinition } from './types.ts';

const derived = new WeakMap<Definition, Map<string, PhaseDefinition | null>>();

/** Null when the definition knows no such phase. The same object every time it is asked for. */
export function phaseOf(definition: Definition, key: string): PhaseDefinition | null {
  const parts = splitKey(key);
  if (parts === null) return definition.phases.find((phase) => phase.key === key) ?? null;
  const known = derived.get(definition) ?? new Map<string, PhaseDefinition | null>();
  derived.set(definition, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made =
    derivedFromDuty(definition, parts.base, parts.part) ??
    derivedFromIndicator(definition, parts.base, parts.part);
  // Periods of past years are asked for once and never again.
  if (known.size > MOST_KEPT) known.clear();
  known.set(key, made);
  return made;
}

/** The ladder that a phase stands under. */
export function ladderOf(definition: Definition, phase: PhaseDefinition): Ladder {
  if (phase.optional !== undefined) return NO_LADDER;
  return phase.ladder ?? definition.ladder;
}

const NO_LADDER: Ladder = { reminders: [], rungs: [] };
const MOST_KEPT = 500;
