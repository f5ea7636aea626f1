/**
 * The workflow of one programme: it owns *when*. It asks the ledger what comes next, sleeps until then on one durable timer, has the
 * moment performed by the activity of its name, and asks again whenever people have changed something. It holds no rules.
 *
 * Every programme that runs is replayed through this code: a change that adds, drops or reorders activities, timers or upserts
 * needs a patch and a golden history.
 */
import {
  condition,
  defineSignal,
  makeContinueAsNewFunc,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities, Plan, PlannedMoment, WorkflowPlan } from '../activities/types.ts';
import type { LedgerStretch, ReformProgrammeInput, ReformProgrammeResult } from './messages.ts';
import { ADVANCED_SIGNAL } from './messages.ts';
import { searchAttributeChanges } from './search-attributes.ts';

/** Well below the 10,240 events at which the server begins to warn. */
const HISTORY_BOUND = 4000;

/** A moment that is due here but not yet by the ledger's clock is asked for again after this long. */
const CLOCK_SKEW_PAUSE_MS = 200;

const advanced = defineSignal<[readonly LedgerStretch[]]>(ADVANCED_SIGNAL);

/** What the signals have said about the ledger. */
interface Told {
  /** Highest position that a signal has named. */
  position: number;
  /** A position up to which the ledger has been read since. */
  heard: number;
  nudged: boolean;
}

export async function reformProgramme(input: ReformProgrammeInput): Promise<ReformProgrammeResult> {
  const accounted = input.accounted ?? 0;
  const told: Told = { position: accounted, heard: accounted, nudged: false };
  setHandler(advanced, (stretches) => {
    for (const stretch of stretches) {
      told.position = Math.max(told.position, stretch.to);
      if (stretch.types.length === 0) told.nudged = true;
    }
  });

  const { programmeId } = input;
  let performed: PlannedMoment | null = null;
  let plan = await look(told, withSummary('读取台账 read the ledger').openProgramme(programmeId));
  while (plan !== null && !isFinished(plan, told)) {
    const due: PlannedMoment | null = await nextDue(plan, told, performed);
    if (isFinished(plan, told)) break;
    performed = due;
    plan = await look(told, due === null ? replan(programmeId) : perform(programmeId, due));
    if (plan?.over === false && isHistoryLong(input)) await continueFrom(input, told);
  }
  return resultOf(plan, told);
}

/** The moment that has fallen due, or null when people have changed something before. Waits on the one durable timer. */
async function nextDue(
  plan: WorkflowPlan,
  told: Told,
  performed: PlannedMoment | null,
): Promise<PlannedMoment | null> {
  const { next } = plan;
  const hasNews = (): boolean =>
    told.nudged || told.position > told.heard || isFinished(plan, told);
  if (next === null) {
    await condition(hasNews);
    return null;
  }
  const leastMs = isSameMoment(next, performed) ? CLOCK_SKEW_PAUSE_MS : 0;
  const waitMs = Math.max(next.dueMs - workflowNow(), leastMs);
  if (waitMs === 0) return hasNews() ? null : next;
  const hasChanged = await condition(hasNews, waitMs, { summary: next.summary });
  return hasChanged ? null : next;
}

/**
 * Reads the ledger and shows what it says. Signals that arrive meanwhile count as heard only as far as the answer reaches; a ledger
 * that was restored from an older copy stays behind what was told, so each telling is looked up once only.
 */
async function look(told: Told, asked: Plan): Promise<WorkflowPlan | null> {
  told.heard = Math.max(told.heard, told.position);
  told.nudged = false;
  const plan = await asked;
  if (plan !== null) {
    told.heard = Math.max(told.heard, plan.position);
    show(plan);
  }
  return plan;
}

/**
 * The ledger may be read before the relay has told of its last positions, and a workflow that has closed can be told of nothing: so it
 * waits for them, and its history accounts for every position.
 */
function isFinished({ over, position }: WorkflowPlan, told: Told): boolean {
  return over && told.position >= position;
}

function replan(programmeId: string): Plan {
  return withSummary('重新计划 plan again').replan(programmeId);
}

function perform(programmeId: string, due: PlannedMoment): Plan {
  return withSummary(due.summary)[due.moment.kind]({ programmeId, moment: due.moment });
}

function withSummary(summary: string): Activities {
  return proxyActivities<Activities>({
    startToCloseTimeout: '10 seconds',
    retry: {
      initialInterval: '250 milliseconds',
      backoffCoefficient: 2,
      maximumInterval: '10 seconds',
    },
    summary,
  });
}

function show(plan: WorkflowPlan): void {
  setCurrentDetails(plan.view.details);
  const changes = searchAttributeChanges(workflowInfo().typedSearchAttributes, plan);
  if (changes.length > 0) upsertSearchAttributes(changes);
}

function isHistoryLong(input: ReformProgrammeInput): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > (input.historyBound ?? HISTORY_BOUND);
}

/** What was signalled so far needs no carrying over: the next run begins by reading the ledger. */
function continueFrom(input: ReformProgrammeInput, told: Told): Promise<never> {
  const { memo } = workflowInfo();
  const next = makeContinueAsNewFunc<typeof reformProgramme>(memo === undefined ? {} : { memo });
  return next({ ...input, accounted: told.position });
}

function isSameMoment(next: PlannedMoment, performed: PlannedMoment | null): boolean {
  return performed !== null && JSON.stringify(next.moment) === JSON.stringify(performed.moment);
}

function resultOf(plan: WorkflowPlan | null, told: Told): ReformProgrammeResult {
  if (plan === null) {
    return { outcome: 'programme-unknown', status: '', position: told.position };
  }
  return { outcome: 'programme-over', status: plan.view.status, position: plan.position };
}

function workflowNow(): number {
  // eslint-disable-next-line no-restricted-syntax -- inside a workflow this is the recorded time of the workflow task
  return Date.now();
}
