/** Reporting a value: by a holder of the indicator's office, for a day of the programme that is not to come, with evidence. */
import { holdsOffice } from '../../authority/holding.ts';
import { isLocalDate, localDateOf } from '../../calendar/dates.ts';
import type { IndicatorDefinition } from '../../definition/indicator-types.ts';
import { isReckonable, MOST_VALUE } from '../../indicators/exact.ts';
import { needsDenominator } from '../../indicators/measure.ts';
import { unitsOfIndicator } from '../../indicators/unit-set.ts';
import type { DecideContext } from '../commands.ts';
import type { ProgrammeEvent } from '../events.ts';
import { accept, refuse, type Decision, type Rejection } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { ReportIndicator } from './commands.ts';

/** @throws Error when it was not looked up whether the report corrects another: a defect of the engine. */
export function decideReport(
  state: ProgrammeState,
  command: ReportIndicator,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, now, facts } = context;
  const indicator = definition.indicators?.find(({ key }) => key === command.indicator);
  if (indicator === undefined) return refuse('unknown-indicator', { indicator: command.indicator });
  const { office, source } = indicator;
  if (source.kind !== 'reported') {
    return refuse('indicator-not-reported', { indicator: indicator.key });
  }
  if (actor.kind !== 'person' || !holdsOffice(actor, office)) {
    return refuse('not-office-holder', { office });
  }
  const fault = contentFault(command, indicator, { state, context });
  if (fault !== null) return { ok: false, rejection: fault };
  const replaces = standingReport(facts);
  const reason = replaces === null ? null : (command.reason ?? '').trim();
  if (reason === '') return refuse('report-reason-missing', { replaces: replaces ?? 0 });
  const { type: _type, ...content } = command;
  const data = { ...content, office, by: actor.id, replaces, reason };
  return accept([{ type: 'IndicatorReported', at: now, data }]);
}

function standingReport(facts: DecideContext['facts']): number | null {
  if (facts?.kind !== 'report') throw new Error('a report is decided without its facts');
  return facts.replaces;
}

function contentFault(
  command: ReportIndicator,
  indicator: IndicatorDefinition,
  scene: Scene,
): Rejection | null {
  return (
    unitFault(command, indicator, scene) ??
    numberFault(command, indicator) ??
    dateFault(command, scene) ??
    evidenceFault(command)
  );
}

interface Scene {
  readonly state: ProgrammeState;
  readonly context: DecideContext;
}

function unitFault(
  { unit }: ReportIndicator,
  indicator: IndicatorDefinition,
  { state, context }: Scene,
): Rejection | null {
  const units = unitsOfIndicator(state.unitSets, context.definition, indicator);
  const fits = units === null ? unit === null : units.some(({ key }) => key === unit);
  return fits
    ? null
    : rejection('report-unit-invalid', { indicator: indicator.key, unit: unit ?? '' });
}

function numberFault(
  { numerator, denominator }: ReportIndicator,
  indicator: IndicatorDefinition,
): Rejection | null {
  const params = { indicator: indicator.key };
  if (!isReckonable(numerator) || (denominator !== null && !isReckonable(denominator))) {
    return rejection('report-number-invalid', { ...params, most: MOST_VALUE });
  }
  if (!needsDenominator(indicator)) {
    return denominator === null ? null : rejection('report-denominator-unexpected', params);
  }
  return shareFault({ numerator, denominator }, indicator);
}

function shareFault(
  { numerator, denominator }: Pick<ReportIndicator, 'numerator' | 'denominator'>,
  indicator: IndicatorDefinition,
): Rejection | null {
  const params = { indicator: indicator.key };
  const isNothing = denominator === 0 && numerator === 0 && mayHaveNothing(indicator);
  if (denominator === null || (denominator === 0 && !isNothing)) {
    return rejection('report-denominator-missing', params);
  }
  const isAbove = indicator.unit === 'percent' && numerator > denominator;
  return isAbove ? rejection('report-above-whole', { ...params, numerator, denominator }) : null;
}

/** Where the parts are added up, a unit may have nothing of what is counted: none of none, which is no silence. */
function mayHaveNothing({ source }: IndicatorDefinition): boolean {
  return source.kind === 'reported' && source.rollUp === 'ratio' && source.unitSet !== null;
}

function dateFault({ asOf }: ReportIndicator, { state, context }: Scene): Rejection | null {
  const today = localDateOf(context.now, context.definition.zone);
  const fits = isLocalDate(asOf) && asOf >= state.startsOn && asOf <= today;
  return fits
    ? null
    : rejection('report-date-invalid', { earliest: state.startsOn, latest: today });
}

function evidenceFault({ note, files, indicator }: ReportIndicator): Rejection | null {
  const has = (note ?? '').trim() !== '' || files.length > 0;
  return has ? null : rejection('report-evidence-missing', { indicator });
}

function rejection(code: Rejection['code'], params: Rejection['params']): Rejection {
  return { code, params };
}
