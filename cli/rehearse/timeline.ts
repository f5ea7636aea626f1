/** Tells what happened in a rehearsal, one line an event, with the dates of the plan: Chinese first, English second. */
import { formatLocal } from '../../domain/calendar/dates.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition, Localised } from '../../domain/definition/types.ts';
import type { EventType, ProgrammeEvent } from '../../domain/programme/events.ts';
import type { EventSeen } from './desk.ts';
import { dutyTellers } from './tellers/duties.ts';
import { unitTellers } from './tellers/units.ts';
import { indicatorTellers } from './tellers/indicators.ts';
import { deliberationTellers } from './tellers/deliberation.ts';
import { timeTellers } from './tellers/time.ts';
import { handsTellers } from './tellers/hands.ts';
import { calendarTellers } from './tellers/calendars.ts';
import { migrationTellers } from './tellers/migration.ts';
import { coreTellers } from './tellers/core.ts';
import type { Teller, Tellers, Words } from './tellers/teller.ts';

const TELLERS: Tellers<EventType> = {
  ...coreTellers,
  ...dutyTellers,
  ...unitTellers,
  ...indicatorTellers,
  ...deliberationTellers,
  ...timeTellers,
  ...handsTellers,
  ...calendarTellers,
  ...migrationTellers,
};

/** Null for an event that the timeline leaves out, or does not know. */
export function tell(event: EventSeen, definition: Definition): string | null {
  if (!Object.hasOwn(TELLERS, event.type)) return null;
  // The API's events are those of the domain; the table is keyed by their types.
  const known = event as unknown as ProgrammeEvent;
  const teller = TELLERS[known.type] as Teller<EventType> | null;
  if (teller === null) return null;
  const { zh, en } = teller(known.data, wordsOf(definition));
  return `${formatLocal(dayOf(known), definition.zone)}  ${zh} · ${en.trim()}`;
}

/** Acts of the clock are told with the instant that was planned, of which a fast clock falls short by hours. */
function dayOf({ at, data }: ProgrammeEvent): string {
  return 'plannedAt' in data ? data.plannedAt : at;
}

function wordsOf(definition: Definition): Words {
  const named = (title: Localised | undefined, key: string): Localised =>
    title ?? { zh: key, en: key };
  return {
    phase: (key, round) => {
      const { zh, en } = named(phaseOf(definition, key)?.title, key);
      return round > 1 ? { zh: `${zh}（第${round}轮）`, en: `${en} (round ${round})` } : { zh, en };
    },
    office: (key) =>
      named(definition.offices.find((office) => office.key === key)?.title, key ?? ''),
    deliverable: (phase, key) =>
      named(phaseOf(definition, phase)?.deliverables.find((each) => each.key === key)?.title, key),
  };
}
