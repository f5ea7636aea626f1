/** Compares what came of a rehearsal with what its scenario expects. */
import { localDateOf } from '../../domain/calendar/dates.ts';
import type { Localised } from '../../domain/definition/types.ts';
import type { EventData, ProgrammeEvent } from '../../domain/programme/events.ts';
import type { ScenarioExpectation } from '../../programmes/scenario.ts';
import type { EventSeen } from './desk.ts';

interface Finding {
  readonly what: Localised;
  readonly expected: string;
  readonly found: string;
}

/** One line for each difference, in both languages; none when all came as expected. */
export function differences(
  events: readonly EventSeen[],
  expects: ScenarioExpectation,
  { zone, until }: { readonly zone: string; readonly until?: string | undefined },
): readonly string[] {
  // The API's events are those of the domain.
  const all = events as unknown as readonly ProgrammeEvent[];
  const known = all.filter((event) => until === undefined || plannedOn(event, zone) <= until);
  return findings(known, expects, zone)
    .filter(({ expected, found }) => expected !== found)
    .map(
      ({ what, expected, found }) =>
        `${what.zh}：预期 ${expected || '无'}，实际 ${found || '无'} · ` +
        `${what.en}: expected ${expected || 'none'}, found ${found || 'none'}`,
    );
}

/** Acts of the clock count by the instant that was planned, of which a fast clock falls short. */
function plannedOn({ at, data }: ProgrammeEvent, zone: string): string {
  return localDateOf('plannedAt' in data ? data.plannedAt : at, zone);
}

function findings(
  events: readonly ProgrammeEvent[],
  expects: ScenarioExpectation,
  zone: string,
): readonly Finding[] {
  const { completesOn, reminders, lapsed } = expects;
  return [
    {
      what: { zh: '逾期阶段', en: 'missed phases' },
      expected: expects.missed.join(' '),
      found: ofType(events, 'DeadlineMissed', ({ phase }) => phase).join(' '),
    },
    {
      what: { zh: '督办阶梯', en: 'rungs' },
      expected: expects.rungs.map(({ phase, rung, on }) => `${phase}/${rung}@${on}`).join(' '),
      found: ofType(
        events,
        'EscalationRaised',
        ({ phase, rung, plannedAt }) => `${phase}/${rung}@${localDateOf(plannedAt, zone)}`,
      ).join(' '),
    },
    {
      what: { zh: '退回次数', en: 'returns' },
      expected: String(expects.returns),
      found: String(ofType(events, 'PhaseReturned', ({ phase }) => phase).length),
    },
    ...(lapsed === undefined ? [] : [lapsedFinding(events, lapsed)]),
    ...(reminders === undefined ? [] : [reminderFinding(events, reminders)]),
    ...(completesOn === undefined ? [] : [completionFinding(events, completesOn, zone)]),
  ];
}

function lapsedFinding(events: readonly ProgrammeEvent[], expected: readonly string[]): Finding {
  return {
    what: { zh: '失效的阶段或各期', en: 'lapsed' },
    expected: expected.join(' '),
    found: ofType(events, 'PhaseLapsed', ({ phase }) => phase).join(' '),
  };
}

function reminderFinding(events: readonly ProgrammeEvent[], expected: number): Finding {
  const found = events.filter(({ type }) => type === 'DeadlineReminded').length;
  return {
    what: { zh: '提醒次数', en: 'reminders' },
    expected: String(expected),
    found: String(found),
  };
}

function completionFinding(
  events: readonly ProgrammeEvent[],
  expected: string,
  zone: string,
): Finding {
  const completed = events.find(({ type }) => type === 'ProgrammeCompleted');
  return {
    what: { zh: '办结日期', en: 'completed on' },
    expected,
    found: completed === undefined ? '' : localDateOf(completed.at, zone),
  };
}

function ofType<
  T extends 'DeadlineMissed' | 'EscalationRaised' | 'PhaseReturned' | 'PhaseLapsed',
  R,
>(events: readonly ProgrammeEvent[], type: T, read: (data: EventData[T]) => R): readonly R[] {
  return events
    .filter((event) => event.type === type)
    .map(({ data }) => read(data as EventData[T])); // the filter kept this type only
}
