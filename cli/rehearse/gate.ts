/** Lets so many pass at a time; the others wait in line. */

export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function createGate(width: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const leave = (): void => {
    const next = waiting.shift();
    // The place is handed on, so that nobody slips in between.
    if (next === undefined) inside -= 1;
    else next();
  };
  return async (work) => {
    if (inside < width) inside += 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
