/** Keys of phases: plain ones stand in the plan; `duty@period` and `indicator@target` are derived from a duty or an indicator. */

export const DERIVED_MARK = '@';

export function derivedKey(base: string, part: string): string {
  return `${base}${DERIVED_MARK}${part}`;
}

/** The two parts of a derived key; null for a phase of the plan. */
export function splitKey(key: string): { readonly base: string; readonly part: string } | null {
  const at = key.indexOf(DERIVED_MARK);
  return at < 0 ? null : { base: key.slice(0, at), part: key.slice(at + 1) };
}

/** The duty or indicator from which the phase is derived; null for a phase of the plan. */
export function dutyOf(key: string): string | null {
  return splitKey(key)?.base ?? null;
}
