/** Looks at what Temporal holds of a programme and says whether it agrees with the ledger. */
import { WorkflowNotFoundError, type WorkflowExecutionDescription } from '@temporalio/client';
import { workflowIdOf } from '../workflows/messages.ts';
import type { TemporalClient } from './temporal-client.ts';
import { isTemporalAway } from './temporal-client.ts';
import { digestHistory, type HistoryDigest } from './temporal-history.ts';

const DEADLINE_MS = 2_000;
const NEWEST_EVENTS = 200;
const ACTIVITIES_SHOWN = 10;

interface Localised {
  readonly zh: string;
  readonly en: string;
}

/** What the ledger says should be so. */
export interface ExpectedProgramme {
  readonly programmeId: string;
  readonly status: string;
  readonly position: number;
  /** Real instant of the next moment; null when none is planned. */
  readonly nextAt: string | null;
}

export interface WorkflowInspection {
  readonly workflowId: string;
  readonly reachable: boolean;
  readonly agrees: boolean;
  /** Why it does not agree; the parts of it that are only late are there too. */
  readonly differences: readonly Localised[];
  readonly [detail: string]: unknown;
}

export interface TemporalInspector {
  /** Never throws because the server is away: then `reachable` is false. */
  inspect(expected: ExpectedProgramme): Promise<WorkflowInspection>;
  healthy(): Promise<boolean>;
}

export interface TemporalInspectorDeps {
  readonly temporal: TemporalClient;
  readonly deadlineMs?: number;
}

interface Seen {
  readonly description: WorkflowExecutionDescription;
  readonly digest: HistoryDigest;
}

export function createTemporalInspector(deps: TemporalInspectorDeps): TemporalInspector {
  const deadlineMs = deps.deadlineMs ?? DEADLINE_MS;
  return {
    healthy: () => deps.temporal.isServing(deadlineMs),
    inspect: async (expected) => {
      try {
        const seen = await deps.temporal.within(deadlineMs, () => see(expected, deps.temporal));
        return present(expected, seen);
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return presentMissing(expected);
        if (isTemporalAway(error)) return presentUnreachable(expected);
        throw error;
      }
    },
  };
}

async function see(expected: ExpectedProgramme, temporal: TemporalClient): Promise<Seen> {
  const { client } = temporal;
  const workflowId = workflowIdOf(expected.programmeId);
  const description = await client.workflow.getHandle(workflowId).describe();
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId, runId: description.runId },
    maximumPageSize: NEWEST_EVENTS,
  });
  return { description, digest: digestHistory(history?.events ?? []) };
}

function present(expected: ExpectedProgramme, { description, digest }: Seen): WorkflowInspection {
  const pending = description.raw.pendingActivities ?? [];
  const differences = differencesOf(expected, { description, digest });
  return {
    workflowId: description.workflowId,
    reachable: true,
    agrees: differences.length === 0,
    differences,
    run: {
      id: description.runId,
      status: description.status.name,
      startedAt: description.startTime.toISOString(),
      closedAt: description.closeTime?.toISOString() ?? null,
      historyLength: description.historyLength,
      taskQueue: description.taskQueue,
    },
    pendingTimer: digest.pendingTimer,
    pendingActivities: pending.map((activity) => ({
      activity: activity.activityType?.name ?? '',
      attempt: activity.attempt ?? 1,
      lastFailure: activity.lastFailure?.message ?? null,
    })),
    lastActivities: digest.activities.slice(0, ACTIVITIES_SHOWN),
    accountedPosition: digest.accountedPosition,
  };
}

function differencesOf(expected: ExpectedProgramme, seen: Seen): Localised[] {
  const isRunning = seen.description.status.name === 'RUNNING';
  if (isOver(expected)) {
    return isRunning
      ? [
          told(
            '实施方案已结束，工作流仍在运行。',
            'The programme is over, its workflow still runs.',
          ),
        ]
      : [];
  }
  if (!isRunning) {
    const status = seen.description.status.name;
    return [
      told(
        `实施方案进行中，工作流却已关闭（${status}）。`,
        `The programme is under way, its workflow is closed (${status}).`,
      ),
    ];
  }
  return [...positionDifference(expected, seen.digest), ...momentDifferences(expected, seen)];
}

function positionDifference(expected: ExpectedProgramme, digest: HistoryDigest): Localised[] {
  const { accountedPosition: accounted } = digest;
  if (accounted <= expected.position) return [];
  return [
    told(
      `工作流已知第 ${accounted} 条记录，台账只有 ${expected.position} 条。`,
      `The workflow was told of position ${accounted}, the ledger ends at ${expected.position}.`,
    ),
  ];
}

function momentDifferences(
  expected: ExpectedProgramme,
  { description, digest }: Seen,
): Localised[] {
  const expectedMs = expected.nextAt === null ? null : Date.parse(expected.nextAt);
  const plannedMs = digest.plan?.dueMs ?? null;
  if (plannedMs !== expectedMs) {
    return [
      told(
        `下一时点不一致：台账 ${expected.nextAt ?? '无'}，工作流 ${instant(plannedMs) ?? '无'}。`,
        `The next moments differ: ledger ${expected.nextAt ?? 'none'}, workflow ${instant(plannedMs) ?? 'none'}.`,
      ),
    ];
  }
  const isWaiting = digest.pendingTimer !== null || hasPending(description);
  if (expectedMs === null || isWaiting) return [];
  return [told('工作流没有等待中的计时器。', 'The workflow has no timer pending.')];
}

function hasPending(description: WorkflowExecutionDescription): boolean {
  const { pendingActivities, pendingWorkflowTask } = description.raw;
  return (pendingActivities?.length ?? 0) > 0 || Boolean(pendingWorkflowTask);
}

function presentMissing(expected: ExpectedProgramme): WorkflowInspection {
  const over = isOver(expected);
  return {
    workflowId: workflowIdOf(expected.programmeId),
    reachable: true,
    agrees: over,
    differences: over
      ? []
      : [
          told(
            'Temporal 中没有该实施方案的工作流。',
            'Temporal has no workflow of this programme.',
          ),
        ],
    run: null,
  };
}

function presentUnreachable(expected: ExpectedProgramme): WorkflowInspection {
  return {
    workflowId: workflowIdOf(expected.programmeId),
    reachable: false,
    agrees: false,
    differences: [told('Temporal 未及时应答。', 'Temporal did not answer in time.')],
  };
}

function isOver({ status }: ExpectedProgramme): boolean {
  return status !== 'active' && status !== 'suspended' && status !== 'draft';
}

function told(zh: string, en: string): Localised {
  return { zh, en };
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
