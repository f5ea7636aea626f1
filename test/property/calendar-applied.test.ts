/** Whatever calendar comes whenever: nothing fires twice, nothing that has passed moves, and the state stays sound. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedCalendar, type CalendarChange } from '../../domain/calendar/change.ts';
import { CN_PUBLIC } from '../../domain/calendar/cn-public.ts';
import { addDays } from '../../domain/calendar/dates.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { DueRule } from '../../domain/definition/types.ts';
import { movedMoments, type MovedMoment } from '../../domain/planning/calendar-moves.ts';
import { momentId, momentQualifier, planMoments } from '../../domain/planning/moments.ts';
import { fold } from '../../domain/programme/evolve.ts';
import { recountDates } from '../../domain/programme/calendars/recount.ts';
import { brokenInvariants } from '../../domain/programme/invariants.ts';
import { applied, passTimeOf, started, type CalendarRun } from '../support/calendar-run.ts';
import { NOTICE_2027 } from '../support/calendars.ts';
import { plan } from '../support/plan.ts';

const dates = fc.integer({ min: 0, max: 70 }).map((days) => addDays('2026-12-15', days));
const rules = fc.constantFrom<DueRule>('keep', 'next-workday', 'previous-workday');
const hours = fc.integer({ min: 0, max: 60 * 24 });
const changes = fc.oneof(
  fc.constant(NOTICE_2027),
  fc
    .uniqueArray(fc.record({ date: dates, off: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
      selector: ({ date }) => date,
    })
    .map((days) => ({
      kind: 'override' as const,
      documentNumber: '一号',
      days: days.map((day) => ({ ...day, name: { zh: '调整', en: 'Settled' } })),
    })),
);
const acts = fc.array(fc.record({ after: hours, change: changes }), { minLength: 1, maxLength: 3 });

interface PlannedChange {
  /** Hours after the one before. */
  readonly after: number;
  readonly change: CalendarChange;
}

interface Whole {
  readonly run: CalendarRun;
  /** Before and after each calendar that was applied. */
  readonly steps: readonly { readonly now: string; before: CalendarRun; after: CalendarRun }[];
}

function play(rule: DueRule, planned: readonly PlannedChange[]): Whole {
  const phases = plan.phases.map((phase) => ({ ...phase, dueRule: rule }));
  let run = started('2026-12-21', { ...plan, phases });
  let calendar: WorkCalendar = CN_PUBLIC;
  const steps: { now: string; before: CalendarRun; after: CalendarRun }[] = [];
  let [ms, last] = [Date.parse('2026-12-21T00:00:00.000Z'), ''];
  for (const { after, change } of planned) {
    ms += after * 3_600_000;
    const now = new Date(ms).toISOString();
    run = passTimeOf(run, now, last);
    calendar = changedCalendar(calendar, change);
    const before = run;
    run = applied(run, calendar, now);
    steps.push({ now, before, after: run });
    last = now;
  }
  return { run: passTimeOf(run, '2027-06-01T00:00:00.000Z', last), steps };
}

function nameOf({ kind, phase, round, qualifier }: MovedMoment): string {
  return [kind, phase, round, qualifier].join('/');
}

/** When each planned moment fires, but for those that follow from a day by themselves. */
function planOf({ state, definition, calendar }: CalendarRun): ReadonlyMap<string, string> {
  const planned = planMoments(state, definition, calendar).filter(
    ({ kind }) => kind !== 'missDeadline' && kind !== 'missAnswer',
  );
  return new Map(
    planned.map((moment) => {
      const { kind, phase, round, at } = moment;
      return [[kind, phase, round, momentQualifier(moment)].join('/'), at];
    }),
  );
}

describe('a calendar that comes on the way', () => {
  test('makes nothing fire twice and breaks no invariant', () => {
    fc.assert(
      fc.property(rules, acts, (rule, planned) => {
        const { run } = play(rule, planned);
        const fired = run.events.flatMap(({ type, data }) =>
          'plannedAt' in data
            ? [
                [
                  type,
                  data.phase,
                  data.round,
                  'rung' in data ? data.rung : '',
                  'workdaysBefore' in data ? data.workdaysBefore : '',
                ].join('/'),
              ]
            : [],
        );
        return (
          new Set(fired).size === fired.length &&
          brokenInvariants(run.state, run.definition).length === 0 &&
          planMoments(run.state, run.definition, run.calendar).length === 0
        );
      }),
      { numRuns: 60 },
    );
  });

  test('moves no due day that has passed, and none to a day before its own', () => {
    fc.assert(
      fc.property(rules, acts, (rule, planned) =>
        play(rule, planned).steps.every(({ now, before, after }) =>
          after.state.phases.every((phase, index) => {
            const was = before.state.phases[index];
            if (was === undefined || phase.dueOn === was.dueOn) return true;
            return was.dueAt > now && phase.dueAt > now;
          }),
        ),
      ),
      { numRuns: 60 },
    );
  });

  test('fires otherwise just what a preview says, and nothing else', () => {
    fc.assert(
      fc.property(rules, acts, (rule, planned) => {
        for (const { now, before, after } of play(rule, planned).steps) {
          const scene = { ...before, before: before.calendar, after: after.calendar, now };
          const recount = recountDates(before.state, scene);
          const told = movedMoments(before.state, recount, scene);
          const said = new Map(told.map((moved) => [nameOf(moved), moved]));
          const [was, is] = [planOf(before), planOf(after)];
          for (const name of new Set([...was.keys(), ...is.keys()])) {
            const moved = said.get(name) ?? { before: was.get(name), after: was.get(name) };
            expect([moved.before, moved.after]).toEqual([
              was.get(name) ?? null,
              is.get(name) ?? null,
            ]);
          }
          expect(told.every((moved) => moved.before !== moved.after)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is folded from its events alone, and plans each moment once', () => {
    fc.assert(
      fc.property(rules, acts, (rule, planned) => {
        const { run, steps } = play(rule, planned);
        const ids = steps.flatMap(({ after }) => {
          const plans = planMoments(after.state, after.definition, after.calendar);
          const named = plans.map((moment) => momentId('p', moment));
          return named.length === new Set(named).size ? [] : [named];
        });
        return (
          ids.length === 0 &&
          JSON.stringify(fold(run.events)) === JSON.stringify(run.state) &&
          run.state.calendar.version === steps.length + 1
        );
      }),
      { numRuns: 60 },
    );
  });
});
