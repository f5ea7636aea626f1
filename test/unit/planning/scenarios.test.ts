import { describe, expect, it } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import { localDateOf } from '../../../domain/calendar/dates.ts';
import { simulate } from '../../../domain/planning/simulate.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
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
    const { expects } = scenario;
    expect([state.status, stoppedBy]).toEqual(['completed', null]);
    expect(ofType(events, 'DeadlineMissed').map(({ data }) => data.phase)).toEqual(expects.missed);
    expect(
      ofType(events, 'EscalationRaised').map(({ data }) => ({
        phase: data.phase,
        rung: data.rung,
        on: on(data.plannedAt),
      })),
    ).toEqual(expects.rungs);
    if (expects.lapsed !== undefined) {
      const lapsed = ofType(events, 'PhaseLapsed').map(({ data }) => data.phase);
      expect(lapsed).toEqual(expects.lapsed);
    }
    expect(ofType(events, 'PhaseReturned')).toHaveLength(expects.returns);
    expect(ofType(events, 'DeadlineReminded')).toHaveLength(expects.reminders ?? Number.NaN);
    const completed = ofType(events, 'ProgrammeCompleted').map(({ at }) => on(at));
    expect(completed).toEqual([expects.completesOn]);
  });
});
