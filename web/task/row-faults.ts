/** What a check found, by the row that it is about. */
import type { Schemas } from '../api/client.ts';

type Fault = Schemas['Check']['faults'][number];

export interface SortedFaults {
  /** By index of the row. */
  readonly ofRows: ReadonlyMap<number, readonly Fault[]>;
  /** About the whole. */
  readonly others: readonly Fault[];
}

/** Pointers to rows are `/rows/<index>` or deeper. */
export function sortFaults(faults: readonly Fault[]): SortedFaults {
  const ofRows = new Map<number, Fault[]>();
  const others: Fault[] = [];
  for (const fault of faults) {
    const index = /^\/rows\/(\d+)(?:\/|$)/.exec(fault.pointer)?.[1];
    if (index === undefined) others.push(fault);
    else ofRows.set(Number(index), [...(ofRows.get(Number(index)) ?? []), fault]);
  }
  return { ofRows, others };
}
