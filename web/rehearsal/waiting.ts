/** What waits in a programme, and for which office: read from the programme as the API shows it. Pure. */
import type { Schemas } from '../api/client.ts';
import type { Programme } from '../programme/programme-query.ts';
import type { Escalation } from './rehearsal-queries.ts';

export type Phase = Schemas['Phase'];
export type Deliverable = Schemas['Deliverable'];
type Slot = Schemas['Slot'];
type Localised = Schemas['Localised'];

interface ItemBase {
  readonly id: string;
  readonly office: string;
  readonly phase: Phase;
}

export type WaitingItem =
  | (ItemBase & { readonly kind: 'handIn'; readonly deliverable: Deliverable })
  | (ItemBase & { readonly kind: 'sign'; readonly task: string; readonly title: Localised })
  | (ItemBase & {
      readonly kind: 'vote';
      readonly task: string;
      readonly body: Schemas['Body'];
    })
  | (ItemBase & { readonly kind: 'answer'; readonly escalation: Escalation });

/** Phase by phase; what is owed first, as nothing is signed without it, then signatures, then answers. */
export function waitingIn(
  programme: Programme,
  escalations: readonly Escalation[],
): readonly WaitingItem[] {
  if (programme.status !== 'active') return [];
  return programme.phases.flatMap((phase) => [
    ...(phase.status === 'open' ? [...owedIn(phase), ...askedIn(programme.id, phase)] : []),
    ...answersIn(phase, escalations),
  ]);
}

function owedIn(phase: Phase): readonly WaitingItem[] {
  return phase.deliverables
    .filter(({ status, owedSince }) => status === 'due' && owedSince !== undefined)
    .map((deliverable) => ({
      kind: 'handIn',
      id: `${phase.key}.${String(phase.round)}.${deliverable.key}`,
      office: deliverable.office,
      phase,
      deliverable,
    }));
}

function askedIn(programmeId: string, phase: Phase): readonly WaitingItem[] {
  return phase.steps
    .filter(({ status }) => status === 'open')
    .flatMap(({ key, title, slots }) =>
      slots
        .filter(({ status, waitingFor }) => status === 'open' && waitingFor === undefined)
        .map((slot): WaitingItem => {
          const { office } = slot;
          const task = `${programmeId}.${phase.key}.${String(phase.round)}.${key}.${office}`;
          return { ...slotItem(slot, title), task, id: task, office, phase };
        }),
    );
}

function slotItem(
  { body }: Slot,
  title: Localised,
):
  | { readonly kind: 'sign'; readonly title: Localised }
  | { readonly kind: 'vote'; readonly body: Schemas['Body'] } {
  return body === undefined ? { kind: 'sign', title } : { kind: 'vote', body };
}

function answersIn(phase: Phase, escalations: readonly Escalation[]): readonly WaitingItem[] {
  return escalations
    .filter(
      ({ phase: key, round, answeredAt, struck }) =>
        key === phase.key && round === phase.round && answeredAt === undefined && !struck,
    )
    .flatMap((escalation) => {
      const [office] = escalation.responsible;
      return office === undefined
        ? []
        : [{ kind: 'answer' as const, id: escalation.id, office, phase, escalation }];
    });
}
