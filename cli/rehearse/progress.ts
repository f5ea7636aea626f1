/** Shows how far a rehearsal is: a bar of the plan's days on a terminal, a line for each turn of events elsewhere. */
import { Presets, SingleBar } from 'cli-progress';
import { daysBetween, localDateOf } from '../../domain/calendar/dates.ts';
import type { Instant, LocalDate } from '../../domain/calendar/types.ts';
import type { EventSeen } from './desk.ts';

export interface Progress {
  news(events: readonly EventSeen[], now: Instant): void;
  done(): void;
}

export interface ProgressDeps {
  readonly startsOn: LocalDate;
  readonly days: number;
  readonly zone: string;
  /** The line of an event; null for one that is not told. */
  readonly tell: (event: EventSeen) => string | null;
  readonly terminal: boolean;
  readonly write: (text: string) => void;
}

/** Events worth a line while the rehearsal runs; the timeline at its end has them all. */
const TURNS: readonly string[] = [
  'PhaseOpened',
  'PhaseClosed',
  'PhaseReturned',
  'DeadlineMissed',
  'EscalationRaised',
  'ProgrammeCompleted',
];

export function createProgress(deps: ProgressDeps): Progress {
  return deps.terminal ? createBar(deps) : createLines(deps);
}

function createBar({ startsOn, days, zone }: ProgressDeps): Progress {
  const bar = new SingleBar(
    {
      format: '{bar} {date} {value}/{total} 天 days · {phase}',
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  let phase = '';
  bar.start(days, 0, { date: startsOn, phase });
  return {
    news: (events, now) => {
      const opened = events.findLast(({ type }) => type === 'PhaseOpened');
      if (opened !== undefined) phase = (opened.data as { readonly phase: string }).phase; // a PhaseOpened has one
      const date = localDateOf(now, zone);
      bar.update(Math.min(days, daysBetween(startsOn, date) + 1), { date, phase });
    },
    done: () => {
      bar.stop();
    },
  };
}

function createLines({ tell, write }: ProgressDeps): Progress {
  return {
    news: (events) => {
      for (const event of events) {
        const line = TURNS.includes(event.type) ? tell(event) : null;
        if (line !== null) write(`… ${line}\n`);
      }
    },
    done: () => undefined,
  };
}
