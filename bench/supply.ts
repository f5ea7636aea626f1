/** Hands out things that can be used once only, such as tasks to sign. */

export interface Supply<T> {
  /** @throws Error when there are not so many left. */
  take(count: number): readonly T[];
}

export function createSupply<T>(items: readonly T[]): Supply<T> {
  let used = 0;
  return {
    take: (count) => {
      const taken = items.slice(used, used + count);
      if (taken.length < count) throw new Error(`${count} asked for, ${taken.length} left`);
      used += count;
      return taken;
    },
  };
}
