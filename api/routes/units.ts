/** Units of a programme: changing a frozen set, how far the roll-outs are, and sample acceptance. */
import { failedUnits, rolloutOf, unitsOfSet } from '../../domain/programme/units/rollouts.ts';
import type { Unit } from '../../domain/definition/unit-types.ts';
import type { AppDeps } from '../deps.ts';
import { decodeSingle, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import type { ProgrammeRecord } from '../reads.ts';
import { programmeAct as programmeActSchema } from '../schemas/acts.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  inspectionBody,
  sampleAct as sampleActSchema,
  sampleBody,
  sampleList,
  sampleParams,
} from '../schemas/samples.ts';
import {
  rolloutList,
  rolloutParams,
  unitChangeBody,
  unitPage,
  unitsQuery,
} from '../schemas/units.ts';
import { programmeAct } from '../views/act.ts';
import { rolloutView, sampleAct, sampleView, unitOf, unitProgressView } from '../views/units.ts';
import { performAct } from './act.ts';
import { definitionOf, rolloutCounts, visibleProgramme } from './scene.ts';

const TAG = 'Units';

const changeUnits = route({
  method: 'post',
  path: '/v1/programmes/{id}/unit-changes',
  operationId: 'changeUnits',
  summary: 'Change a frozen set of units, as the owning office',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: unitChangeBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Changed; unit programmes follow', schema: programmeActSchema } },
  problems: [
    'not-owner',
    'unknown-unit-set',
    'units-unchanged',
    'units-required',
    'unknown-unit',
    'unit-repeated',
    'unit-key-used',
    'unit-in-use',
    'unit-group-unknown',
    'too-many-units',
    'unknown-office',
    'account-not-found',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { set, add, remove, reason } = input.body;
    return performAct(
      {
        programmeId: input.params.id,
        command: { type: 'ChangeUnits', set, add: add.map(unitOf), remove, reason },
        answer: programmeAct,
      },
      input,
      deps,
    );
  },
});

const listRollouts = route({
  method: 'get',
  path: '/v1/programmes/{id}/rollouts',
  operationId: 'listRollouts',
  summary: 'How many units have finished each phase, against the frozen set and the even pace',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'All roll-outs', schema: rolloutList } },
  handle: async (input, deps) => {
    const record = await visibleProgramme(input.params.id, personOf(input), deps);
    const counts = await rolloutCounts(record, deps);
    const items = counts.map((count) =>
      rolloutView(count, definitionOf(count.rollout.definition, deps)),
    );
    return { status: 200, body: { items } };
  },
});

const listRolloutUnits = route({
  method: 'get',
  path: '/v1/programmes/{id}/rollouts/{rollout}/units',
  operationId: 'listRolloutUnits',
  summary: 'The units behind a count, by key',
  tag: TAG,
  permission: 'signed-in',
  params: rolloutParams,
  query: unitsQuery,
  answers: { 200: { description: 'A page of units', schema: unitPage } },
  problems: ['unknown-rollout'],
  handle: async (input, deps) => {
    const { params, query } = input;
    const record = await visibleProgramme(params.id, personOf(input), deps);
    const { state } = record;
    const { units, groups } = unitsOf(record, params.rollout, deps);
    const { phase = null, status = null, within } = query;
    const asked = units.filter((unit) => within === undefined || unit.within === within);
    const after = decodeSingle(query.after);
    const rows = await deps.reads.units({
      parent: state.id,
      rollout: params.rollout,
      phase,
      units: asked.map(({ key }) => key),
      excluding: failedUnits(state, params.rollout, phase),
      status,
      at: deps.clock.now(),
      after: after === null ? null : after[0],
      limit: query.limit + 1,
    });
    const known = byKey(units);
    const wider = byKey(groups);
    const body = pageFrom(rows, query.limit, {
      item: (row) => unitProgressView(row, known, wider),
      cursor: (row) => [row.unit],
    });
    return { status: 200, body };
  },
});

const listSamples = route({
  method: 'get',
  path: '/v1/programmes/{id}/samples',
  operationId: 'listSamples',
  summary: 'Samples drawn for inspection, oldest first',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'All samples', schema: sampleList } },
  handle: async (input, deps) => {
    const { state } = await visibleProgramme(input.params.id, personOf(input), deps);
    return { status: 200, body: { items: state.samples.map(sampleView) } };
  },
});

const drawSample = route({
  method: 'post',
  path: '/v1/programmes/{id}/samples',
  operationId: 'drawSample',
  summary: 'Draw finished units for inspection, as the inspecting office',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: sampleBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Drawn', schema: sampleActSchema } },
  problems: [
    'not-office-holder',
    'unknown-rollout',
    'unknown-phase',
    'not-inspected',
    'sample-open',
    'nothing-to-inspect',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { rollout, phase } = input.body;
    return performAct(
      {
        programmeId: input.params.id,
        command: { type: 'DrawSample', rollout, phase },
        answer: sampleAct(),
      },
      input,
      deps,
    );
  },
});

const recordInspection = route({
  method: 'post',
  path: '/v1/programmes/{id}/samples/{sample}/inspections',
  operationId: 'recordInspection',
  summary: 'Record whether a unit that was drawn passes, as the inspecting office',
  tag: TAG,
  permission: 'signed-in',
  params: sampleParams,
  body: inspectionBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Recorded', schema: sampleActSchema } },
  problems: [
    'not-office-holder',
    'unknown-sample',
    'unit-not-drawn',
    'already-inspected',
    'unit-not-finished',
    'inspector-took-part',
    'opinion-required',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { id, sample } = input.params;
    const { unit, passed, note } = input.body;
    return performAct(
      {
        programmeId: id,
        command: { type: 'RecordInspection', sample, unit, passed, note },
        answer: sampleAct(sample),
      },
      input,
      deps,
    );
  },
});

export const unitRoutes: readonly Route[] = [
  changeUnits,
  listRollouts,
  listRolloutUnits,
  listSamples,
  drawSample,
  recordInspection,
];

function unitsOf(
  { state }: ProgrammeRecord,
  key: string,
  deps: AppDeps,
): { readonly units: readonly Unit[]; readonly groups: readonly Unit[] } {
  const definition = definitionOf(state.definition, deps);
  const rollout = rolloutOf(definition, key);
  if (rollout === null) throw new ProblemError('unknown-rollout', { params: { rollout: key } });
  const within = definition.unitSets?.find((set) => set.key === rollout.unitSet)?.within ?? null;
  return {
    units: unitsOfSet(state, rollout.unitSet),
    groups: within === null ? [] : unitsOfSet(state, within),
  };
}

function byKey(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.key, unit]));
}
