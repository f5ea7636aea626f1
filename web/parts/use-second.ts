/** The real time, anew each second: one timer however many look at it, and none while nobody does. */
import { useSyncExternalStore } from 'react';

const SECOND_MS = 1_000;

const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

/** Milliseconds of this machine's clock; stands still unless something runs. */
export function useSecond(isRunning: boolean): number {
  return useSyncExternalStore(isRunning ? follow : stand, current);
}

function current(): number {
  return nowMs;
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  nowMs = Date.now();
  timer ??= setInterval(tick, SECOND_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function stand(): () => void {
  return () => undefined;
}

function tick(): void {
  nowMs = Date.now();
  for (const listener of listeners) listener();
}
