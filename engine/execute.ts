/** The one door: every change of a programme, asked for by a person or by the clock, goes through here and is written at once or not. */
import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { createAppender } from '../db/ledger/append.ts';
import { createHeadReader } from '../db/ledger/read-head.ts';
import { activate } from './activate.ts';
import { createCalendarStore } from './calendar-store.ts';
import { untilNoClash } from './clash.ts';
import { createDefinitionStore, type DefinitionSource } from './definition-store.ts';
import { createDirectoryCache } from './directory-cache.ts';
import type { Door } from './door.ts';
import { executeOnce } from './execute-once.ts';
import { createKnownProgrammes } from './known-programmes.ts';
import { nextMoment, performOnce } from './perform.ts';
import { createTurns } from './turns.ts';
import type { Engine } from './types.ts';
import { createUnitsDone } from './units-done.ts';

export interface EngineDeps {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly catalogue: DefinitionSource;
  /** Whether e-mail is sent at all. */
  readonly email: boolean;
  readonly log: Pick<Logger, 'debug' | 'warn'>;
}

export function createEngine(deps: EngineDeps): Engine {
  const definitions = createDefinitionStore(deps);
  const calendars = createCalendarStore(deps);
  const door: Door = {
    ...deps,
    readHead: createHeadReader(deps.pool),
    append: createAppender(deps.pool),
    definitions,
    calendars,
    directory: createDirectoryCache(deps.pool),
    known: createKnownProgrammes({ definitions, calendars }),
    turns: createTurns(),
    unitsDone: createUnitsDone(deps.pool),
    execute: (request) =>
      door.turns.take(request.programmeId, () => untilNoClash(() => executeOnce(door, request))),
  };
  return {
    execute: door.execute,
    activate: (request) => untilNoClash(() => activate(door, request)),
    nextMoment: (programmeId) => nextMoment(door, programmeId),
    perform: (programmeId, moment) =>
      door.turns.take(programmeId, () =>
        untilNoClash(() => performOnce(door, programmeId, moment)),
      ),
  };
}
