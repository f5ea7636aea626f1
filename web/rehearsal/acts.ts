/** The acts of a rehearsal as calls to the API; whoever makes them is settled by the client that they are given. */
import { bodyOf, type api, type Schemas } from '../api/client.ts';
import type { Deliverable, WaitingItem } from './waiting.ts';

type Api = typeof api;
export type Decision = Schemas['Decide']['decision'];
export type Counts = Pick<
  Schemas['RecordBallot'],
  'heldOn' | 'eligible' | 'present' | 'inFavour' | 'against' | 'abstained'
>;

export type ItemOf<K extends WaitingItem['kind']> = Extract<WaitingItem, { readonly kind: K }>;

export interface Act {
  readonly office: string;
  readonly call: (client: Api) => Promise<unknown>;
}

export function handIn(
  id: string,
  { office, phase, deliverable }: ItemOf<'handIn'>,
  note: string,
): Act {
  const path = { id, phase: phase.key, deliverable: deliverable.key };
  const body = { note, files: [], ...exampleOf(deliverable) };
  return {
    office,
    call: (client) =>
      bodyOf(
        client.PUT('/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}', {
          params: { path },
          body,
        }),
      ),
  };
}

export function decide(
  { office, task }: ItemOf<'sign'>,
  decision: Decision,
  opinion: string | null,
): Act {
  return {
    office,
    call: (client) =>
      bodyOf(
        client.POST('/v1/tasks/{id}/decisions', {
          params: { path: { id: task } },
          body: { decision, opinion },
        }),
      ),
  };
}

/** Where names are recorded, the voters are made up. */
export function recordVote(
  { office, task, body }: ItemOf<'vote'>,
  counts: Counts,
  nameOf: (n: number) => string,
): Act {
  const voters = body.ballot === 'named' ? { voters: votersOf(counts, nameOf) } : {};
  return {
    office,
    call: (client) =>
      bodyOf(
        client.POST('/v1/tasks/{id}/ballots', {
          params: { path: { id: task } },
          body: { ...counts, ...voters },
        }),
      ),
  };
}

export function answer({ office, escalation }: ItemOf<'answer'>, text: string): Act {
  return {
    office,
    call: (client) =>
      bodyOf(
        client.POST('/v1/escalations/{id}/answers', {
          params: { path: { id: escalation.id } },
          body: { answer: text },
        }),
      ),
  };
}

/** A meeting to which enough came and at which enough agreed. */
export function usualCounts(heldOn: string): Counts {
  return { heldOn, eligible: 30, present: 27, inFavour: 25, against: 1, abstained: 1 };
}

function exampleOf({ schema, example }: Deliverable): { readonly data?: unknown } {
  return schema === undefined ? {} : { data: example };
}

function votersOf(
  { present, inFavour, against, abstained }: Counts,
  nameOf: (n: number) => string,
): NonNullable<Schemas['RecordBallot']['voters']> {
  return Array.from({ length: present }, (_one, index) => ({
    name: nameOf(index + 1),
    vote: voteOf(index, { inFavour, against, abstained }),
  }));
}

function voteOf(
  index: number,
  { inFavour, against, abstained }: Pick<Counts, 'inFavour' | 'against' | 'abstained'>,
): Schemas['Voter']['vote'] {
  if (index < inFavour) return 'in-favour';
  if (index < inFavour + against) return 'against';
  return index < inFavour + against + abstained ? 'abstained' : 'invalid';
}
