/** A part of the program that could not be fetched: the network was away, or the server has a newer program. */
import { useEffect } from 'react';

const LOOK_MS = 2000;
const SPARE_MS = 60_000;
const RELOADED = 'milepost.reloaded';

/** As Chrome, Firefox and Safari say it. */
const WORDS = /dynamically imported module|importing a module script failed/i;

export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && WORDS.test(error.message);
}

/** Once the server answers, the page is opened anew; at most once a minute, so that a part that is really gone is told. */
export function useReload(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !mayReload()) return undefined;
    const look = setInterval(() => {
      void answers().then((isThere) => {
        if (!isThere) return;
        clearInterval(look);
        sessionStorage.setItem(RELOADED, String(Date.now()));
        window.location.reload();
      });
    }, LOOK_MS);
    return () => clearInterval(look);
  }, [isWanted]);
}

function mayReload(): boolean {
  return Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) > SPARE_MS;
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch('/livez', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
