/** Indicators: their values and targets, the units behind them, and the record of what was reported. */
import type { IndicatorDefinition } from '../../domain/definition/indicator-types.ts';
import { unitsOfIndicator } from '../../domain/indicators/unit-set.ts';
import { isOver } from '../../domain/programme/progress.ts';
import type { AppDeps } from '../deps.ts';
import { decodeSingle, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';
import type { ProgrammeRecord } from '../reads.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  indicatorList,
  indicatorParams,
  reportPage,
  reportsQuery,
  unitsQuery,
  unitStandingPage,
} from '../schemas/indicators.ts';
import {
  indicatorView,
  standingView,
  targetsToday,
  unitStandings,
  type IndicatorScene,
} from '../views/indicator.ts';
import { personRef } from '../views/rows.ts';
import { indicatorSceneOf } from './indicator-scene.ts';
import { definitionOf, visibleProgramme } from './scene.ts';

const TAG = 'Indicators';
const POSITION = /^[1-9]\d{0,15}$/;

const listIndicators = route({
  method: 'get',
  path: '/v1/programmes/{id}/indicators',
  operationId: 'listIndicators',
  summary: 'Indicators with their targets, values of today, even pace and measurements',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'All indicators', schema: indicatorList } },
  handle: async (input, deps) => {
    const record = await visibleProgramme(input.params.id, personOf(input), deps);
    const scene = await indicatorSceneOf(record, deps);
    const indicators = scene.definition.indicators ?? [];
    const items = indicators.map((indicator) => indicatorView(indicator, scene));
    return { status: 200, body: { items } };
  },
});

const listReports = route({
  method: 'get',
  path: '/v1/programmes/{id}/indicators/{key}/reports',
  operationId: 'listIndicatorReports',
  summary: 'What was reported, corrected reports included, newest first',
  tag: TAG,
  permission: 'signed-in',
  params: indicatorParams,
  query: reportsQuery,
  answers: { 200: { description: 'A page of reports', schema: reportPage } },
  problems: ['unknown-indicator'],
  handle: async (input, deps) => {
    const { params, query } = input;
    const record = await visibleProgramme(params.id, personOf(input), deps);
    const { key } = indicatorOf(record, params.key, deps);
    const rows = await deps.reads.indicatorReports({
      programmeId: record.state.id,
      indicator: key,
      unit: query.unit,
      before: positionIn(query.after),
      limit: query.limit + 1,
    });
    const names = await deps.reads.names(rows.map(({ by }) => by));
    const body = pageFrom(rows, query.limit, {
      item: ({ indicator: _indicator, by, ...row }) => ({ ...row, by: personRef(by, names) }),
      cursor: ({ position }) => [String(position)],
    });
    return { status: 200, body };
  },
});

const listUnits = route({
  method: 'get',
  path: '/v1/programmes/{id}/indicators/{key}/units',
  operationId: 'listIndicatorUnits',
  summary: 'The units behind the value of an indicator, in the order of their set',
  tag: TAG,
  permission: 'signed-in',
  params: indicatorParams,
  query: unitsQuery,
  answers: { 200: { description: 'A page of units', schema: unitStandingPage } },
  problems: ['unknown-indicator', 'unknown-target'],
  handle: async (input, deps) => {
    const { params, query } = input;
    const record = await visibleProgramme(params.id, personOf(input), deps);
    const indicator = indicatorOf(record, params.key, deps);
    const scene = await indicatorSceneOf(record, deps, { indicators: [indicator] });
    const target = targetIn(indicator, query.target, scene);
    const after = decodeSingle(query.after)?.[0] ?? null;
    const standings = unitStandings(indicator, target, scene) ?? [];
    // The set keeps its order, so that the page after a unit is found even where that unit has met the target since.
    const begin = after === null ? 0 : standings.findIndex(({ unit }) => unit === after) + 1;
    const rest = (after !== null && begin === 0 ? [] : standings.slice(begin)).filter(
      ({ met }) => query.met === undefined || met === (query.met === 'true'),
    );
    const units = unitsOfIndicator(record.state.unitSets, scene.definition, indicator);
    const body = pageFrom(rest, query.limit, {
      item: (standing) => standingView(standing, units),
      cursor: ({ unit }) => [unit ?? ''],
    });
    return { status: 200, body };
  },
});

export const indicatorRoutes: readonly Route[] = [listIndicators, listReports, listUnits];

function indicatorOf({ state }: ProgrammeRecord, key: string, deps: AppDeps): IndicatorDefinition {
  const { indicators } = definitionOf(state.definition, deps);
  const found = indicators?.find((indicator) => indicator.key === key);
  if (found === undefined)
    throw new ProblemError('unknown-indicator', { params: { indicator: key } });
  return found;
}

/** The target that is named, else the first that is still to be met, else the last. */
function targetIn(
  indicator: IndicatorDefinition,
  key: string | undefined,
  scene: IndicatorScene,
): IndicatorDefinition['targets'][number] {
  const found =
    key === undefined
      ? (targetsToday(indicator, scene).find(({ phase }) => !isOver(phase))?.target ??
        indicator.targets.at(-1))
      : indicator.targets.find((target) => target.key === key);
  if (found === undefined)
    throw new ProblemError('unknown-target', { params: { target: key ?? '' } });
  return found;
}

function positionIn(after: string | undefined): number | null {
  const [position] = decodeSingle(after) ?? [null];
  if (position === null) return null;
  if (POSITION.test(position)) return Number(position);
  throw new ProblemError('invalid-request', {
    errors: [
      inputFault({ in: 'query', pointer: '/after' }, 'cursor', {
        zh: '须是上一页给出的 endCursor。',
        en: 'It must be the endCursor of the page before.',
      }),
    ],
  });
}
