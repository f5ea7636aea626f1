/** Whether the reader wants things to stay still; told by the system, and may change at any time. */
import { useSyncExternalStore } from 'react';

const wanted = matchMedia('(prefers-reduced-motion: reduce)');

export function useReducedMotion(): boolean {
  return useSyncExternalStore(listen, () => wanted.matches);
}

function listen(onChange: () => void): () => void {
  wanted.addEventListener('change', onChange);
  return () => wanted.removeEventListener('change', onChange);
}
