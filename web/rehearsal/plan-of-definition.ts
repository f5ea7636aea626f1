/** How long the phases of a published definition take; its own schema is not in the API's document, so every part is looked at. Pure. */
import type { Schemas } from '../api/client.ts';

/** Days from its first day to the end of the last window; null when it has no phase with one. */
export function lastDayOf(definition: Schemas['Definition']): string | null {
  const { phases } = definition as { readonly phases?: unknown };
  if (!Array.isArray(phases)) return null;
  const days = phases.flatMap((phase: unknown) => {
    const to = fieldOf(fieldOf(phase, 'window'), 'to');
    return typeof to === 'string' ? [to] : [];
  });
  return days.reduce<string | null>(
    (last, day) => (last === null || day > last ? day : last),
    null,
  );
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name]; // looked at by the caller
}
