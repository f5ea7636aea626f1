import { describe, expect, it } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import { localDateOf } from '../../../domain/calendar/dates.ts';
import { simulate } from '../../../domain/planning/simulate.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { paperOf } from '../../../programmes/papers.ts';
import { loadScenarios } from '../../../programmes/scenario.ts';
import { ofType } from '../../support/given.ts';

const cases = createCatalogue()
  .list()
  .flatMap((definition) =>
    loadScenarios(definition.key).map((scenario) => ({
      name: `${definition.key}: ${scenario.key}`,
      definition,
      scenario,
    })),
  );

describe('every scenario on paper', () => {
  it('is there for every definition', () => {
    expect(cases.map(({ scenario }) => scenario.key).toSorted()).toEqual(
      expect.arrayContaining(['finance-late', 'mayor-returns', 'on-time', 'story']),
    );
  });

  it.each(cases)('$name comes out as the scenario says', ({ definition, scenario }) => {
    const { events, state, stoppedBy } = simulate({
      definition,
      calendar: CN_PUBLIC,
      startsOn: definition.startsOn,
      conduct: scenario,
    });
    const on = (at: string): string => localDateOf(at, definition.zone);
    const { expects, until } = scenario;
    const told = events.filter(({ at }) => until === undefined || on(at) <= until);
    expect([state.status, stoppedBy]).toEqual(['completed', null]);
    expect(ofType(told, 'DeadlineMissed').map(({ data }) => data.phase)).toEqual(expects.missed);
    expect(
      ofType(told, 'EscalationRaised').map(({ data }) => ({
        phase: data.phase,
        rung: data.rung,
        on: on(data.plannedAt),
      })),
    ).toEqual(expects.rungs);
    expect(ofType(told, 'PhaseReturned')).toHaveLength(expects.returns);
    if (expects.reminders !== undefined) {
      expect(ofType(told, 'DeadlineReminded')).toHaveLength(expects.reminders);
    }
    const completed = ofType(events, 'ProgrammeCompleted').map(({ at }) => on(at));
    expect(completed).toEqual([expects.completesOn ?? expect.anything()]);
  });

  it('is there for each of the eight papers, and something goes wrong in it', () => {
    const wrong = cases.filter(({ scenario }) => scenario.exceptions.length > 0);
    expect(new Set(wrong.map(({ definition }) => paperOf(definition))).size).toBe(8);
  });
});
