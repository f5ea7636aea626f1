/** Brings programmes that go by an older version of their calendar up to the latest: whoever publishes only publishes. */
import type { Logger } from '../platform/logger.ts';
import { createAttempts } from './attempts.ts';
import { inParallel } from './in-parallel.ts';
import { createPacer } from './pacer.ts';

const PERIOD_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;
const PAGE = 50;
const AT_ONCE = 4;
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

export interface ProgrammeBehind {
  readonly programmeId: string;
  readonly calendar: string;
  /** The latest version. */
  readonly version: number;
}

export interface CalendarSweepDeps {
  /** A page of the programmes under way that are behind, by id. */
  readonly findBehind: (afterId: string, limit: number) => Promise<readonly ProgrammeBehind[]>;
  /** Applies the version; repeated, or done elsewhere at the same time, it is one act. False when it was refused. */
  readonly apply: (behind: ProgrammeBehind) => Promise<boolean>;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly onBehind?: (programmes: number) => void;
}

export interface CalendarSweep {
  start(): void;
  /** Waits for the programme that is under way; the rest is found again by the next start. */
  close(): Promise<void>;
  /** Goes through all that are behind once; how many were brought up. */
  sweep(): Promise<number>;
}

export function createCalendarSweep(deps: CalendarSweepDeps): CalendarSweep {
  const attempts = createAttempts({ log: deps.log, what: 'applying a new calendar' });
  let isClosing = false;
  const isOver = (): boolean => isClosing;
  const sweep = (): Promise<number> => sweepOnce(deps, isOver);
  const pacer = createPacer(async () => {
    try {
      await sweep();
      attempts.succeeded();
    } catch (error) {
      attempts.failed(error);
    }
    return attempts.pauseMs(PERIOD_MS, LONGEST_PAUSE_MS);
  });
  return {
    sweep,
    start: () => {
      pacer.start();
    },
    close: () => {
      isClosing = true;
      return pacer.close();
    },
  };
}

async function sweepOnce(deps: CalendarSweepDeps, isClosing: () => boolean): Promise<number> {
  let [applied, refused] = [0, 0];
  let afterId = NIL_UUID;
  while (!isClosing()) {
    const page = await deps.findBehind(afterId, PAGE);
    const results = await applyPage(deps, page, isClosing);
    applied += results.filter(Boolean).length;
    refused += results.filter((done) => !done).length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    // Onwards by id, so that one that is refused holds nobody up; the next sweep asks it again.
    afterId = last.programmeId;
  }
  deps.onBehind?.(refused);
  if (applied > 0) deps.log.info({ applied }, 'a new calendar was applied to programmes under way');
  if (refused > 0) deps.log.warn({ refused }, 'programmes stay on an older calendar');
  return applied;
}

async function applyPage(
  deps: CalendarSweepDeps,
  page: readonly ProgrammeBehind[],
  isClosing: () => boolean,
): Promise<readonly boolean[]> {
  const results: boolean[] = [];
  await inParallel(page, AT_ONCE, async (behind) => {
    if (!isClosing()) results.push(await tryOne(deps, behind));
  });
  return results;
}

/** One programme that cannot be brought up keeps no other waiting. */
async function tryOne(deps: CalendarSweepDeps, behind: ProgrammeBehind): Promise<boolean> {
  try {
    return await deps.apply(behind);
  } catch (err) {
    deps.log.warn({ err, ...behind }, 'a new calendar could not be applied to a programme');
    return false;
  }
}
