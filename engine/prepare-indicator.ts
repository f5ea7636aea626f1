/** What must be known before the rules judge an act on an indicator: its files are there, what it corrects, what a target stands on. */
import { isLocalDate, localDateOf } from '../domain/calendar/dates.ts';
import type { Instant } from '../domain/calendar/types.ts';
import { targetOf } from '../domain/definition/indicator-phase.ts';
import { derivedKey } from '../domain/definition/phase-key.ts';
import type { DecideContext } from '../domain/programme/commands.ts';
import type { MeasureIndicator, ReportIndicator } from '../domain/programme/indicators/commands.ts';
import { findPhase } from '../domain/programme/lookups.ts';
import { findStandingReport } from '../db/read-models/indicators.ts';
import { listUsableFiles } from '../db/read-models/usable-files.ts';
import { findMeasurement, type MeasureDeps, type MeasuredProgramme } from './measure.ts';
import type { EngineRefusal } from './types.ts';

export interface IndicatorScene extends MeasuredProgramme {
  readonly deps: MeasureDeps;
  readonly personId: string;
  /** Programme time. */
  readonly now: Instant;
}

export type PreparedIndicator = Pick<DecideContext, 'facts'> | { readonly refusal: EngineRefusal };

/** An indicator that the definition does not know passes through without facts: the rules refuse it. */
export async function prepareReport(
  command: ReportIndicator,
  { deps, state, definition, personId }: IndicatorScene,
): Promise<PreparedIndicator> {
  const isKnown = definition.indicators?.some(({ key }) => key === command.indicator) === true;
  if (!isKnown || !isLocalDate(command.asOf)) return {};
  const sha256s = command.files.map(({ sha256 }) => sha256);
  if (sha256s.length > 0) {
    const usable = await listUsableFiles(deps.pool, { sha256s, personId, programmeId: state.id });
    const missing = sha256s.find((sha256) => !usable.has(sha256));
    if (missing !== undefined) {
      return { refusal: { code: 'file-not-found', params: { sha256: missing } } };
    }
  }
  const { indicator, unit, asOf } = command;
  const place = { programmeId: state.id, indicator, unit, asOf };
  const replaces = await findStandingReport(deps.pool, place);
  return { facts: { kind: 'report', replaces } };
}

/** Likewise a target that is not known, or not open. */
export async function prepareMeasuring(
  command: MeasureIndicator,
  { deps, state, definition, now }: IndicatorScene,
): Promise<PreparedIndicator> {
  const phase = derivedKey(command.indicator, command.target);
  const found = findPhase(state, definition, phase);
  if (targetOf(definition, phase) === null || found?.state.status !== 'open') return {};
  const point = { phase, day: localDateOf(now, definition.zone), before: now };
  return { facts: await findMeasurement(deps, { state, definition }, point) };
}
