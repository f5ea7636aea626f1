/** Opinions and contents as the events up to a position give them, in the form in which the read models give today's. */
import type { EventOf } from '../domain/programme/events.ts';
import type { ContentRow, DecisionRow } from '../db/read-models/programme-records.ts';
import type { PositionedEvent } from '../db/projections/project.ts';

export interface PastRows {
  readonly decisions: readonly DecisionRow[];
  readonly contents: readonly ContentRow[];
}

export interface PastRowsKeeper {
  note(event: PositionedEvent): void;
  taken(): PastRows;
}

type Slot = Pick<DecisionRow, 'phase' | 'round' | 'step' | 'office'>;

export function createPastRows(): PastRowsKeeper {
  const decisions = new Map<string, DecisionRow>();
  const contents = new Map<string, ContentRow>();
  return {
    note: (event) => {
      if (event.type === 'StepDecided') decisions.set(slotOf(event.data), decisionRow(event));
      if (event.type === 'DecisionWithdrawn') decisions.delete(slotOf(event.data));
      if (event.type === 'DeliverableHandedIn') contents.set(placeOf(event), contentRow(event));
    },
    taken: () => ({ decisions: [...decisions.values()], contents: [...contents.values()] }),
  };
}

function slotOf({ phase, round, step, office }: Slot): string {
  return `${phase}.${round}.${step}.${office}`;
}

function placeOf({ data: { phase, round, deliverable } }: EventOf<'DeliverableHandedIn'>): string {
  return `${phase}.${round}.${deliverable}`;
}

function decisionRow({ at, data }: EventOf<'StepDecided'>): DecisionRow {
  const { phase, round, step, office, decision, opinion, by } = data;
  return { phase, round, step, office, decision, opinion, by, at };
}

function contentRow({ at, data }: EventOf<'DeliverableHandedIn'>): ContentRow {
  const { phase, round, deliverable: key, note, files, by, contentHash, check } = data;
  return { phase, round, key, status: 'handedIn', note, files, by, at, contentHash, check };
}
