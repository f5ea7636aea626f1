import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import { makeUpSets } from '../../../domain/definition/made-up-units.ts';
import { splitKey } from '../../../domain/definition/phase-key.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { simulate, type Simulation } from '../../../domain/planning/simulate.ts';
import { projectPath } from '../../../platform/paths.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import {
  demandsOf,
  paperOf,
  papersMarkdown,
  testTitle,
  type Demand,
} from '../../../programmes/papers.ts';
import { ofType } from '../../support/given.ts';

const catalogue = createCatalogue();
const definitions = catalogue
  .list()
  .filter(({ key, version }) => catalogue.latest(key)?.version === version);
const demands = definitions.flatMap(demandsOf);

const runs = new Map<string, Simulation>();

/** The whole plan on paper, everyone on time. */
function runOf(key: string): Simulation {
  const known = runs.get(key);
  if (known !== undefined) return known;
  const definition = requireDefinition(key);
  const run = simulate({
    definition,
    calendar: CN_PUBLIC,
    startsOn: definition.startsOn,
    conduct: { exceptions: [] },
  });
  runs.set(key, run);
  return run;
}

function requireDefinition(key: string): Definition {
  const definition = catalogue.latest(key);
  if (definition === undefined) throw new Error(`no definition ${key}`);
  return definition;
}

/** How many times a phase of that key, or a period of that duty, was opened and closed. */
function turns(run: Simulation, key: string): { readonly opened: number; readonly closed: number } {
  const isMeant = (phase: string): boolean => phase === key || splitKey(phase)?.base === key;
  const count = (type: 'PhaseOpened' | 'PhaseClosed'): number =>
    ofType(run.events, type).filter(({ data }) => isMeant(data.phase)).length;
  return { opened: count('PhaseOpened'), closed: count('PhaseClosed') };
}

function handedIn(run: Simulation, place: string): boolean {
  const [phase = '', key = ''] = place.split('/');
  return ofType(run.events, 'DeliverableHandedIn').some(
    ({ data }) =>
      data.deliverable === key && (data.phase === phase || splitKey(data.phase)?.base === phase),
  );
}

function show(demand: Demand): void {
  const run = runOf(demand.definition);
  expect(run.stoppedBy).toBeNull();
  switch (demand.kind) {
    case 'phase':
      expect(turns(run, demand.key)).toEqual({ opened: 1, closed: 1 });
      return;
    case 'duty': {
      const { opened, closed } = turns(run, demand.key);
      expect(opened).toBeGreaterThan(0);
      expect(closed).toBe(opened);
      return;
    }
    case 'deliverable':
      expect(handedIn(run, demand.key)).toBe(true);
      return;
    case 'target': {
      const measured = ofType(run.events, 'IndicatorMeasured').filter(
        ({ data }) => data.phase === demand.key && data.met,
      );
      expect(measured.length).toBeGreaterThan(0);
      expect(turns(run, demand.key)).toEqual({ opened: 1, closed: 1 });
      return;
    }
    case 'rollout':
    case 'inspection':
      showRollout(requireDefinition(demand.definition), demand);
      return;
  }
}

/** Its unit programmes are of the same paper, and there are units to run them. */
function showRollout(definition: Definition, { key, paper, kind }: Demand): void {
  const rollout = definition.rollouts?.find((candidate) => candidate.key === key);
  const unit = requireDefinition(rollout?.definition.key ?? '');
  expect(paperOf(unit)).toBe(paper);
  expect(unit.version).toBe(rollout?.definition.version);
  const units = makeUpSets(definition.unitSets ?? [])[rollout?.unitSet ?? ''];
  expect(units?.length).toBeGreaterThan(0);
  if (kind === 'inspection') {
    expect(definition.offices.map((office) => office.key)).toContain(rollout?.inspection?.office);
  }
}

describe('every demand of the eight papers', () => {
  it('is of one of them', () => {
    const papers = new Set(demands.map(({ paper }) => paper));
    expect([...papers].toSorted()).toEqual([
      ...['DG1', 'DG2', 'DG3', 'DG4', 'DG5', 'DG6', 'DG7', 'LX'],
    ]);
  });

  it('names its clause', () => {
    expect(demands.filter(({ clause }) => clause.trim() === '')).toEqual([]);
  });

  it('has a test of its own', () => {
    const titles = demands.map(testTitle);
    expect(titles).toEqual([...new Set(titles)]);
  });

  it.each(demands.map((demand) => ({ title: testTitle(demand), demand })))(
    '$title',
    ({ demand }) => {
      expect.hasAssertions();
      show(demand);
    },
  );
});

describe('the document of the papers', () => {
  it('is the one that the definitions give', () => {
    const written = readFileSync(projectPath('docs', 'papers.md'), 'utf8');
    expect(written).toBe(papersMarkdown(definitions));
  });
});
