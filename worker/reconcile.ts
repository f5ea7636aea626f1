/** Compares every programme under way with its workflow and has Temporal told once more where they differ. */
import { StartupError } from '../platform/startup-error.ts';
import type {
  ExpectedProgramme,
  TemporalInspector,
  WorkflowInspection,
} from '../platform/temporal-inspector.ts';
import { inParallel } from './in-parallel.ts';

const PAGE = 500;
const AT_ONCE = 8;
const NIL_ID = '00000000-0000-0000-0000-000000000000';

/** Where the ledger says that a programme stands. */
export interface ProgrammeUnderWay extends ExpectedProgramme {
  readonly title: string;
}

export interface ReconcileDeps {
  /** A page of the programmes under way whose ids come after this one, in the order of the ids. */
  readonly list: (afterId: string, limit: number) => Promise<readonly ProgrammeUnderWay[]>;
  readonly inspector: Pick<TemporalInspector, 'inspect'>;
  readonly nudge: (programmeId: string) => Promise<boolean>;
  /** Sends what the nudges have put into the outbox. */
  readonly drain: () => Promise<unknown>;
  readonly onMended?: (
    programme: ProgrammeUnderWay,
    differences: WorkflowInspection['differences'],
  ) => void;
}

export interface Reconciled {
  readonly looked: number;
  readonly mended: number;
}

/** @throws StartupError when Temporal does not answer. */
export async function reconcile(deps: ReconcileDeps): Promise<Reconciled> {
  let looked = 0;
  let mended = 0;
  let page = await deps.list(NIL_ID, PAGE);
  while (page.length > 0) {
    looked += page.length;
    await inParallel(page, AT_ONCE, async (programme) => {
      if (await mendOne(deps, programme)) mended += 1;
    });
    await deps.drain();
    page = await deps.list(page.at(-1)?.programmeId ?? NIL_ID, PAGE);
  }
  return { looked, mended };
}

async function mendOne(deps: ReconcileDeps, programme: ProgrammeUnderWay): Promise<boolean> {
  const { reachable, agrees, differences } = await deps.inspector.inspect(programme);
  if (!reachable) throw new StartupError('The Temporal server does not answer.');
  if (agrees) return false;
  await deps.nudge(programme.programmeId);
  deps.onMended?.(programme, differences);
  return true;
}
