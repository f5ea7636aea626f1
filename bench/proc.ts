/** How much memory and processor time processes use, as the kernel tells in /proc; nothing where there is none. */
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const MEBIBYTE_IN_KIB = 1024;
const TICK_MS = 10;
/** User and system time among the fields of `statOf`. */
const OWN_TICKS = [11, 12];
const TICKS_OF_ENDED_CHILDREN = [13, 14];
const LOOK_MS = 1_000;
/** Of one processor, for all processes together. */
const QUIET_SHARE = 0.25;

/** Mebibytes in use by a process and its children; memory that several of them share counts once. Undefined where the system does not say. */
export function memoryOf(pid: number): number | undefined {
  const sizes = familyOf(pid).map((member) => proportionalKib(member));
  const known = sizes.flatMap((size) => (size === undefined ? [] : [size]));
  if (known.length === 0) return undefined;
  return known.reduce((a, b) => a + b, 0) / MEBIBYTE_IN_KIB;
}

/** Waits until the processes and their children together have used little processor time for a second. */
export async function untilQuiet(pids: readonly number[], deadlineMs: number): Promise<void> {
  for (let waited = 0; waited < deadlineMs; waited += LOOK_MS) {
    const before = usedMs(pids);
    await delay(LOOK_MS);
    if ((usedMs(pids) - before) / LOOK_MS < QUIET_SHARE) return;
  }
}

/** Milliseconds of processor time that the processes and their children, also ended ones, have used so far; 0 where the system does not say. */
export function usedMs(pids: readonly number[]): number {
  const ticks = pids.flatMap((pid) => [
    ...familyOf(pid).flatMap((member) => ticksOf(member, OWN_TICKS)),
    ...ticksOf(pid, TICKS_OF_ENDED_CHILDREN),
  ]);
  return ticks.reduce((a, b) => a + b, 0) * TICK_MS;
}

/** The returned function says how much processor time each has used since, in milliseconds. */
export function startMeter(
  parties: Readonly<Record<string, number>>,
): () => Readonly<Record<string, number>> {
  const look = (): Map<string, number> =>
    new Map(Object.entries(parties).map(([name, pid]) => [name, usedMs([pid])]));
  const before = look();
  return () =>
    Object.fromEntries([...look()].map(([name, ms]) => [name, ms - (before.get(name) ?? 0)]));
}

function ticksOf(pid: number, places: readonly number[]): readonly number[] {
  const fields = statOf(pid);
  return places.map((place) => Number(fields[place] ?? 0));
}

function familyOf(pid: number): readonly number[] {
  return [pid, ...processIds().filter((other) => statOf(other)[1] === String(pid))];
}

function processIds(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The fields of /proc/<pid>/stat after the command's name: state, parent, …. */
function statOf(pid: number): readonly string[] {
  const stat = read(`/proc/${pid}/stat`) ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function proportionalKib(pid: number): number | undefined {
  const match = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '');
  return match === null ? undefined : Number(match[1]);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
