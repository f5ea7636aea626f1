/** The audit trail and its verification, and what Temporal holds beside it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ChainFault } from '../../domain/audit/hash-chain.ts';
import type { AppDeps } from '../deps.ts';
import { personOf, route, type Route } from '../http/route.ts';
import type { LedgerExpectation, WorkflowInspection } from '../ports.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  eventPage,
  eventsQuery,
  verificationQuery,
  verificationSchema,
  workflowSchema,
} from '../schemas/records.ts';
import { eventView, idsIn, peopleView } from '../views/event.ts';
import { visibleProgramme } from './scene.ts';

const TAG = 'Audit';
/** Two seconds in all: what takes longer is more than the way from the ledger to Temporal. */
const LOOKS = 8;
const BETWEEN_LOOKS_MS = 250;

const listEvents = route({
  method: 'get',
  path: '/v1/programmes/{id}/events',
  operationId: 'listEvents',
  summary: 'The audit trail of a programme',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  query: eventsQuery,
  answers: { 200: { description: 'A page; `after` takes a position', schema: eventPage } },
  handle: async (input, deps) => {
    const { params, query } = input;
    const { state } = await visibleProgramme(params.id, personOf(input), deps);
    const { type: types, after, limit, ...rest } = query;
    const asked = { ...rest, types, after: after ?? null, limit: limit + 1 };
    const rows = await deps.reads.events(state.id, asked);
    const items = rows.slice(0, limit).map(eventView);
    const last = items.at(-1);
    const page = {
      endCursor: last === undefined ? null : String(last.position),
      hasMore: rows.length > limit,
    };
    const names = await deps.reads.names(idsIn(items));
    return { status: 200, body: { items, page, people: peopleView(names) } };
  },
});

const verifyProgramme = route({
  method: 'get',
  path: '/v1/audit/verification',
  operationId: 'verifyProgramme',
  summary: 'Compute the hash chain of a programme again',
  tag: TAG,
  permission: 'signed-in',
  query: verificationQuery,
  answers: { 200: { description: 'Whether the chain holds', schema: verificationSchema } },
  problems: ['not-found'],
  handle: async (input, deps) => {
    const { state } = await visibleProgramme(input.query.programme, personOf(input), deps);
    const { ok, entries, head, firstBad } = await deps.verify(state.id);
    return { status: 200, body: { ok, entries, head: head.hash, ...faultOf(firstBad) } };
  },
});

const inspectWorkflow = route({
  method: 'get',
  path: '/v1/programmes/{id}/workflow',
  operationId: 'inspectWorkflow',
  summary:
    'What Temporal holds of a programme, and whether it agrees with the ledger; an answer of disagreement takes two seconds',
  tag: 'Operations',
  permission: ['system-admin', 'security-admin', 'audit-admin'],
  params: programmeParams,
  answers: { 200: { description: 'Both sides', schema: workflowSchema } },
  handle: async (input, deps) => {
    return { status: 200, body: await bothSides(input.params.id, personOf(input), deps) };
  },
});

export const recordRoutes: readonly Route[] = [listEvents, verifyProgramme, inspectWorkflow];

function faultOf(fault: ChainFault | undefined): object {
  if (fault === undefined) return {};
  const { position, reason, column } = fault;
  return { firstBad: position, reason, ...(column === undefined ? {} : { column }) };
}

/** Temporal hears of an act a moment after it is recorded, so a disagreement counts only when it lasts. */
async function bothSides(
  id: string,
  person: ReturnType<typeof personOf>,
  deps: AppDeps,
): Promise<WorkflowInspection & { readonly ledger: Omit<LedgerExpectation, 'programmeId'> }> {
  for (let look = 1; ; look += 1) {
    const { state, nextAt } = await visibleProgramme(id, person, deps);
    const { id: programmeId, status, position } = state;
    const ledger = { status, position, nextAt };
    const inspection = await deps.inspector.inspect({ programmeId, ...ledger });
    if (inspection.agrees || !inspection.reachable || look === LOOKS) {
      return { ...inspection, ledger };
    }
    await delay(BETWEEN_LOOKS_MS);
  }
}
