/** Where in the data a fault lies, from its JSON pointer. Pure. */

export interface FaultPlace {
  /** Key of the table, or null where the fault is of none. */
  readonly list: string | null;
  /** From 0; null where the fault is of no row. */
  readonly row: number | null;
  /** Member of the row or of the data; null where it is of the whole. */
  readonly member: string | null;
}

/** Pointers are into the data, or into the body of a request that has the data at `/data`. */
export function placeOfFault(pointer: string): FaultPlace {
  const tokens = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (tokens[0] === 'data') tokens.shift();
  const index = tokens.findIndex((token) => /^\d+$/.test(token));
  if (index < 1) return { list: null, row: null, member: tokens.at(-1) ?? null };
  return {
    list: tokens[index - 1] ?? null,
    row: Number(tokens[index]),
    member: tokens[index + 1] ?? null,
  };
}
