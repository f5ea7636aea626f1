/** Reads what matters out of the newest events of a workflow's history: its timer, its activities, and what it was told. */
import type { WorkflowHandle } from '@temporalio/client';

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];
type Payload = NonNullable<NonNullable<HistoryEvent['userMetadata']>['summary']>;

export interface PendingTimer {
  /** Real instant, RFC 3339. */
  readonly firesAt: string;
  readonly summary: string | null;
}

export interface ActivityRecord {
  readonly activity: string;
  readonly summary: string | null;
  readonly scheduledAt: string;
  readonly outcome: 'pending' | 'completed' | 'failed';
}

export interface HistoryDigest {
  readonly pendingTimer: PendingTimer | null;
  /** Newest first. */
  readonly activities: readonly ActivityRecord[];
  /** The plan that the ledger gave last; null where no answer is among the events. */
  readonly plan: PlanDigest | null;
  /** Highest position of the ledger that a signal or an answer has named; 0 where none has. */
  readonly accountedPosition: number;
}

export interface PlanDigest {
  readonly position: number;
  /** Real instant of the next moment, milliseconds; null when none is planned. */
  readonly dueMs: number | null;
}

/** @param newestFirst the last events of a run, in reverse. */
export function digestHistory(newestFirst: readonly HistoryEvent[]): HistoryDigest {
  const plan = newestPlan(newestFirst);
  const told = newestFirst.flatMap(signalledPositions);
  return {
    pendingTimer: pendingTimer(newestFirst),
    activities: activityRecords(newestFirst),
    plan,
    accountedPosition: Math.max(0, plan?.position ?? 0, ...told),
  };
}

function pendingTimer(newestFirst: readonly HistoryEvent[]): PendingTimer | null {
  const ended = new Set<string>();
  for (const event of newestFirst) {
    const end = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
    if (end) ended.add(String(end.startedEventId));
    const started = event.timerStartedEventAttributes;
    if (!started || ended.has(String(event.eventId))) continue;
    const firesMs = toMillis(event.eventTime) + toMillis(started.startToFireTimeout);
    return { firesAt: new Date(firesMs).toISOString(), summary: summaryOf(event) };
  }
  return null;
}

function activityRecords(newestFirst: readonly HistoryEvent[]): ActivityRecord[] {
  const outcomes = new Map<string, ActivityRecord['outcome']>();
  const records: ActivityRecord[] = [];
  for (const event of newestFirst) {
    const completed = event.activityTaskCompletedEventAttributes;
    if (completed) outcomes.set(String(completed.scheduledEventId), 'completed');
    const failed = event.activityTaskFailedEventAttributes;
    if (failed) outcomes.set(String(failed.scheduledEventId), 'failed');
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (!scheduled) continue;
    records.push({
      activity: scheduled.activityType?.name ?? '',
      summary: summaryOf(event),
      scheduledAt: new Date(toMillis(event.eventTime)).toISOString(),
      outcome: outcomes.get(String(event.eventId)) ?? 'pending',
    });
  }
  return records;
}

function newestPlan(newestFirst: readonly HistoryEvent[]): PlanDigest | null {
  for (const event of newestFirst) {
    const payload = event.activityTaskCompletedEventAttributes?.result?.payloads?.[0];
    const plan = payload === undefined ? undefined : decode(payload);
    if (!isRecord(plan) || typeof plan['position'] !== 'number') continue;
    const next = plan['next'];
    const dueMs = isRecord(next) && typeof next['dueMs'] === 'number' ? next['dueMs'] : null;
    return { position: plan['position'], dueMs };
  }
  return null;
}

function signalledPositions(event: HistoryEvent): number[] {
  const payload = event.workflowExecutionSignaledEventAttributes?.input?.payloads?.[0];
  const stretches = payload === undefined ? undefined : decode(payload);
  if (!Array.isArray(stretches)) return [];
  return stretches.flatMap((stretch: unknown) =>
    isRecord(stretch) && typeof stretch['to'] === 'number' ? [stretch['to']] : [],
  );
}

function summaryOf(event: HistoryEvent): string | null {
  const payload = event.userMetadata?.summary;
  const text = payload ? decode(payload) : null;
  return typeof text === 'string' ? text : null;
}

function decode(payload: Payload): unknown {
  if (!payload.data || payload.data.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(payload.data).toString('utf8'));
  } catch {
    return undefined;
  }
}

function toMillis(span: HistoryEvent['eventTime']): number {
  return Number(span?.seconds ?? 0) * 1000 + Math.floor((span?.nanos ?? 0) / 1_000_000);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
