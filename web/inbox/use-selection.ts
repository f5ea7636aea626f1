/** Which tasks are selected to be signed together. */
import { useState } from 'react';

export interface Selection {
  readonly has: (id: string) => boolean;
  readonly set: (id: string, isSelected: boolean) => void;
  readonly choose: (ids: readonly string[]) => void;
  /** Whether anything has been selected since the page was opened. */
  readonly wasUsed: boolean;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  return {
    has: (id) => ids?.has(id) ?? false,
    set: (id, isSelected) => {
      setIds((before) => {
        const after = new Set(before);
        if (isSelected) after.add(id);
        else after.delete(id);
        return after;
      });
    },
    choose: (chosen) => setIds(new Set(chosen)),
    wasUsed: ids !== null,
  };
}
