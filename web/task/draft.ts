/** An opinion that is being written: kept for the time of the browser's tab, by person and task, so that neither a reload nor an ended session loses it. */
import { useState } from 'react';
import { useMe } from '../session/session.ts';
import type { Decision } from './task-queries.ts';

export interface Draft {
  readonly decision: Decision | null;
  readonly opinion: string;
  /** Empty until chosen. */
  readonly returnTo: string;
}

export interface DraftStore {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly clear: () => void;
}

const EMPTY: Draft = { decision: null, opinion: '', returnTo: '' };

export function useDraft(task: string): DraftStore {
  const person = useMe().data?.id ?? '';
  const storedAs = `milepost.draft.${person}.${task}`;
  const [draft, setDraft] = useState(() => readDraft(storedAs));
  return {
    draft,
    change: (part) => {
      const next = { ...draft, ...part };
      setDraft(next);
      keep(storedAs, JSON.stringify(next));
    },
    clear: () => {
      setDraft(EMPTY);
      keep(storedAs, null);
    },
  };
}

function readDraft(storedAs: string): Draft {
  try {
    const stored = JSON.parse(sessionStorage.getItem(storedAs) ?? '{}') as Partial<Draft>; // written by `change` alone
    return { ...EMPTY, ...stored };
  } catch {
    return EMPTY;
  }
}

/** A browser that keeps nothing still holds what is on the page. */
function keep(storedAs: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(storedAs);
    else sessionStorage.setItem(storedAs, text);
  } catch {
    // Nothing is kept, and nothing on the page is lost.
  }
}
