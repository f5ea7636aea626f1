/** A connection to the Temporal server over which programmes are told and looked at; it is made on first use, so nothing waits for the server. */
import { Client, Connection, isGrpcServiceError } from '@temporalio/client';

export interface TemporalClientSettings {
  readonly address: string;
  readonly namespace: string;
}

export interface TemporalClient {
  readonly client: Client;
  /** Runs calls that together may take so long; what takes longer fails with an error that {@link isTemporalAway} knows. */
  within<T>(deadlineMs: number, calls: () => Promise<T>): Promise<T>;
  /** Whether the server says within the deadline that it serves. */
  isServing(deadlineMs: number): Promise<boolean>;
  close(): Promise<void>;
}

// Numbers of the gRPC status codes, https://grpc.github.io/grpc/core/md_doc_statuscodes.html
const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const RESOURCE_EXHAUSTED = 8;
const UNAVAILABLE = 14;
const FRONTEND = 'temporal.api.workflowservice.v1.WorkflowService';
const SERVING = 1;
const LONGEST_RECONNECT_MS = 2_000;
const AWAY: readonly number[] = [CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE];

export function createTemporalClient(settings: TemporalClientSettings): TemporalClient {
  const connection = Connection.lazy({
    address: settings.address,
    channelArgs: {
      // The default is two minutes, by which a server that is back would be missed.
      'grpc.max_reconnect_backoff_ms': LONGEST_RECONNECT_MS,
      'grpc.initial_reconnect_backoff_ms': 200,
    },
  });
  const client = new Client({ connection, namespace: settings.namespace });
  const within = <T>(deadlineMs: number, calls: () => Promise<T>): Promise<T> =>
    connection.withDeadline(Date.now() + deadlineMs, calls);
  return {
    client,
    within,
    isServing: async (deadlineMs) => {
      try {
        const answer = await within(deadlineMs, () =>
          connection.healthService.check({ service: FRONTEND }),
        );
        const status: number = answer.status;
        return status === SERVING;
      } catch {
        return false;
      }
    },
    close: () => connection.close(),
  };
}

/** Whether the server could not be reached or has too much to do: the same call may succeed later. */
export function isTemporalAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isGrpcServiceError(cause) && AWAY.includes(cause.code)) return true;
    if (cause.name === 'IllegalStateError') return true;
  }
  return false;
}
