/** The desk of a rehearsal over a client that repeats what is uncertain. */
import type { Definition } from '../../../domain/definition/types.ts';
import type {
  Desk,
  EventSeen,
  HandIn,
  Meeting,
  ProgrammeSeen,
  Signature,
} from '../../../cli/rehearse/desk.ts';
import type { Answer, ChaosClient } from './client.ts';

const PAGE = 200;

export interface ChaosDeskDeps {
  readonly client: ChaosClient;
  readonly definition: Definition;
  readonly programmeId: string;
  readonly tokenOf: (office: string) => string;
}

export function createChaosDesk(deps: ChaosDeskDeps): Desk {
  const { client, definition, programmeId, tokenOf } = deps;
  const path = `/v1/programmes/${programmeId}`;
  const owner = tokenOf(definition.owner);
  return {
    look: () => client.get<ProgrammeSeen>(path, owner),
    eventsAfter: (position) => eventsAfter(deps, position),
    handIn: async (act) => {
      const answer = await client.send({
        method: 'PUT',
        path: `${path}/phases/${act.phase}/deliverables/${act.deliverable}`,
        token: tokenOf(act.office),
        body: contentOf(act, definition),
      });
      requireDoneOrOvertaken(answer, act);
    },
    sign: async (act) => {
      const { decision, opinion, returnTo } = act;
      const answer = await client.send({
        method: 'POST',
        path: `/v1/tasks/${taskOf(programmeId, act)}/decisions`,
        token: tokenOf(act.office),
        body: { decision, opinion, returnTo },
      });
      requireDoneOrOvertaken(answer, act);
    },
    record: async (act) => {
      const answer = await client.send({
        method: 'POST',
        path: `/v1/tasks/${taskOf(programmeId, act)}/ballots`,
        token: tokenOf(act.office),
        body: act.ballot,
      });
      requireDoneOrOvertaken(answer, act);
    },
    report: ({ indicator }) => Promise.reject(new Error(`this plan has no ${indicator}`)),
  };
}

export function taskOf(
  programmeId: string,
  act: Pick<Signature, 'phase' | 'round' | 'step' | 'office'>,
): string {
  return `${programmeId}.${act.phase}.${act.round}.${act.step}.${act.office}`;
}

async function eventsAfter(
  { client, definition, programmeId, tokenOf }: ChaosDeskDeps,
  position: number,
): Promise<readonly EventSeen[]> {
  const events: EventSeen[] = [];
  for (;;) {
    const after = position + events.length;
    const { items } = await client.get<{ readonly items: readonly EventSeen[] }>(
      `/v1/programmes/${programmeId}/events?after=${after}&limit=${PAGE}`,
      tokenOf(definition.owner),
    );
    events.push(...items);
    if (items.length < PAGE) return events;
  }
}

/** Others may have been faster; anything but that is a fault. */
function requireDoneOrOvertaken({ status, body }: Answer, act: HandIn | Signature | Meeting): void {
  if (status === 200 || status === 201 || status === 409) return;
  throw new Error(`${JSON.stringify(act)} was answered ${status}: ${JSON.stringify(body)}`);
}

export function contentOf(
  act: Pick<HandIn, 'phase' | 'deliverable'>,
  definition: Definition,
): { readonly note: string; readonly data?: unknown } {
  const note = `${act.deliverable} (rehearsal copy)`;
  const example = definition.phases
    .find(({ key }) => key === act.phase)
    ?.deliverables.find(({ key }) => key === act.deliverable)?.example;
  return example === undefined ? { note } : { note, data: example };
}
