/** What is done to indicators: reporting a value, and measuring a target now. */
import { derivedKey } from '../../domain/definition/phase-key.ts';
import { explainMeasurement } from '../../domain/indicators/explain.ts';
import { fileListFault } from '../../engine/file-names.ts';
import type { Outcome, StoredAnswer } from '../../engine/types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { measureAct, measureBody, reportAct, reportBody } from '../schemas/indicator-acts.ts';
import { indicatorParams } from '../schemas/indicators.ts';
import { phaseAct, programmeAct } from '../views/act.ts';
import { performAct } from './act.ts';
import { fileListProblem } from './deliverables.ts';
import { definitionOf, visibleProgramme } from './scene.ts';

const TAG = 'Indicators';

const reportIndicator = route({
  method: 'post',
  path: '/v1/programmes/{id}/indicators/{key}/reports',
  operationId: 'reportIndicator',
  summary:
    'Report the value of a unit, or correct one with a reason, as the office of the indicator',
  tag: TAG,
  permission: 'signed-in',
  params: indicatorParams,
  body: reportBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Recorded', schema: reportAct } },
  problems: [
    'not-office-holder',
    'unknown-indicator',
    'indicator-not-reported',
    'report-unit-invalid',
    'report-number-invalid',
    'report-denominator-missing',
    'report-denominator-unexpected',
    'report-above-whole',
    'report-date-invalid',
    'report-evidence-missing',
    'report-reason-missing',
    'programme-not-active',
    'file-not-found',
    'too-many-files',
    'data-invalid',
  ],
  handle: (input, deps) => {
    const { params, body } = input;
    const fault = fileListFault(body.files, deps.filesPerDeliverable);
    if (fault !== null) throw fileListProblem(fault);
    return performAct(
      {
        programmeId: params.id,
        command: { type: 'ReportIndicator', indicator: params.key, ...body },
        answer: reported,
      },
      input,
      deps,
    );
  },
});

const measureIndicator = route({
  method: 'post',
  path: '/v1/programmes/{id}/indicators/{key}/measurements',
  operationId: 'measureIndicator',
  summary: 'Measure a target now; once it is due a target that is met closes',
  tag: TAG,
  permission: 'signed-in',
  params: indicatorParams,
  body: measureBody,
  idempotent: true,
  conditional: true,
  answers: { 201: { description: 'Measured', schema: measureAct } },
  problems: ['not-office-holder', 'unknown-target', 'phase-not-open', 'programme-not-active'],
  handle: async (input, deps) => {
    const { params, body } = input;
    const { state } = await visibleProgramme(params.id, personOf(input), deps);
    const definition = definitionOf(state.definition, deps);
    const phase = derivedKey(params.key, body.target);
    return performAct(
      {
        programmeId: params.id,
        command: { type: 'MeasureIndicator', indicator: params.key, target: body.target },
        answer: measured(phase, definition),
        phase,
      },
      input,
      deps,
    );
  },
});

export const indicatorActRoutes: readonly Route[] = [reportIndicator, measureIndicator];

function reported(outcome: Outcome): StoredAnswer {
  const { status, body } = programmeAct(outcome);
  const event = outcome.events.find(({ type }) => type === 'IndicatorReported');
  if (event?.type !== 'IndicatorReported') throw new Error('a report recorded nothing');
  const { indicator, unit, asOf, replaces } = event.data;
  return { status, body: { ...asRecord(body), report: { indicator, unit, asOf, replaces } } };
}

function measured(phase: string, definition: Definition): (outcome: Outcome) => StoredAnswer {
  return (outcome) => {
    const { status, body } = phaseAct(phase)(outcome);
    const event = outcome.events.find(({ type }) => type === 'IndicatorMeasured');
    if (event?.type !== 'IndicatorMeasured') throw new Error('a measurement recorded nothing');
    const { data } = event;
    const indicator = definition.indicators?.find(({ key }) => key === data.indicator);
    if (indicator === undefined) throw new Error(`no indicator ${data.indicator} after its act`);
    const { measuredOn, numerator, denominator, value, met } = data;
    const words = explainMeasurement(data, indicator, definition);
    const measurement = { measuredOn, numerator, denominator, value, met, words };
    return { status, body: { ...asRecord(body), measurement } };
  };
}

/** The answers of acts are objects. */
function asRecord(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
