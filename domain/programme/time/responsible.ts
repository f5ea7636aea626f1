/** Who holds a phase up, as the governance of time asks: the responsible offices, and the lead. */
import type { Actor } from '../commands.ts';
import type { PhaseView } from '../lookups.ts';
import { responsibleOffices } from '../progress.ts';

/** Nobody who holds one of these decides about the phase. */
export function officesAnsweringFor(phase: PhaseView): readonly string[] {
  const { lead } = phase.definition;
  return [...new Set([...responsibleOffices(phase), ...(lead === undefined ? [] : [lead])])];
}

/** The first of the offices that the person holds; null when none of them. */
export function heldAmong(actor: Actor, offices: readonly string[]): string | null {
  if (actor.kind !== 'person') return null;
  return offices.find((office) => actor.offices.includes(office)) ?? null;
}
