/** What is done for vacant offices in a run on paper, and by whom. */
import { localDateOf } from '../calendar/dates.ts';
import type { At } from './dates-of-run.ts';
import type { Simulation } from './simulate.ts';

export interface StandIn {
  readonly phase: string;
  readonly round: number;
  /** The vacant office. */
  readonly office: string;
  /** The office that acts in its place. */
  readonly actingOffice: string;
  readonly at: At;
}

/** One for each phase, round and pair of offices, at the first act; the soonest first. */
export function standInsOf({ events }: Simulation, zone: string): readonly StandIn[] {
  const found = new Map<string, StandIn>();
  for (const event of events) {
    if (event.type !== 'DeliverableHandedIn' && event.type !== 'StepDecided') continue;
    const { phase, round, office, actingOffice } = event.data;
    const id = `${phase}/${String(round)}/${office}/${actingOffice ?? ''}`;
    if (actingOffice === undefined || found.has(id)) continue;
    const at = { on: localDateOf(event.at, zone), at: event.at };
    found.set(id, { phase, round, office, actingOffice, at });
  }
  return [...found.values()];
}
