/** What Temporal's own histories say about programmes: which moments were asked for, and how far the ledger was accounted for. */
import { createTemporalClient } from '../../../platform/temporal-client.ts';
import type { MomentInput } from '../../../activities/types.ts';
import { workflowIdOf, type LedgerStretch } from '../../../workflows/messages.ts';

export interface ProgrammeHistory {
  readonly status: string;
  /** `<phase>/<round>` of each openPhase that was scheduled, in order. */
  readonly openings: readonly string[];
  /** Position up to which signals have named every position of the ledger. */
  readonly accounted: number;
}

/** Of the newest run of each programme's workflow, by programme. */
export async function readHistories(
  address: string,
  programmeIds: readonly string[],
): Promise<ReadonlyMap<string, ProgrammeHistory>> {
  const temporal = createTemporalClient({ address, namespace: 'default' });
  try {
    const found = new Map<string, ProgrammeHistory>();
    for (const id of programmeIds) {
      const handle = temporal.client.workflow.getHandle(workflowIdOf(id));
      const { status } = await handle.describe();
      const { events } = await handle.fetchHistory();
      found.set(id, { status: status.name, ...digest(events ?? []) });
    }
    return found;
  } finally {
    await temporal.close();
  }
}

interface HistoryEvent {
  readonly activityTaskScheduledEventAttributes?: {
    readonly activityType?: { readonly name?: string | null } | null;
    readonly input?: Payloads | null;
  } | null;
  readonly workflowExecutionSignaledEventAttributes?: { readonly input?: Payloads | null } | null;
}

interface Payloads {
  readonly payloads?: readonly { readonly data?: Uint8Array | null }[] | null;
}

function digest(events: readonly HistoryEvent[]): Pick<ProgrammeHistory, 'openings' | 'accounted'> {
  const openings = events.flatMap(({ activityTaskScheduledEventAttributes: scheduled }) => {
    if (scheduled?.activityType?.name !== 'openPhase') return [];
    const { moment } = parse(scheduled.input) as MomentInput;
    return [`${moment.phase}/${moment.round}`];
  });
  const told = new Set<number>();
  for (const { workflowExecutionSignaledEventAttributes: signalled } of events) {
    if (!signalled) continue;
    for (const { from, to } of parse(signalled.input) as readonly LedgerStretch[]) {
      for (let position = from; position <= to; position += 1) told.add(position);
    }
  }
  let accounted = 0;
  while (told.has(accounted + 1)) accounted += 1;
  return { openings, accounted };
}

/** The only argument; in which shape, the message's own type says. */
function parse(input: Payloads | null | undefined): unknown {
  const data = input?.payloads?.[0]?.data ?? new Uint8Array();
  return JSON.parse(Buffer.from(data).toString());
}
