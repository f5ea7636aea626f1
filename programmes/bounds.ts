/** Keeps JSON from outside small and flat enough for code that recurses over it. */

export interface JsonBounds {
  /** Levels of lists and objects. */
  readonly depth: number;
  /** Values in all. */
  readonly nodes: number;
}

export function exceedsBounds(value: unknown, bounds: JsonBounds): boolean {
  let level: readonly unknown[] = [value];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > bounds.depth || nodes > bounds.nodes) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? (Object.values(item) as unknown[]) : [],
    );
  }
  return false;
}
