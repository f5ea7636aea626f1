/** Indicators: a row for every report and every measurement; none is ever changed. */
import type { EventOf } from '../../domain/programme/events.ts';
import type { Act } from './project.ts';
import type { IndicatorMeasurementRow, IndicatorReportRow, RowChanges } from './rows.ts';

type Positioned<T extends 'IndicatorReported' | 'IndicatorMeasured'> = EventOf<T> & {
  readonly position: number;
};

export function projectIndicators({
  next,
  events,
}: Act): Pick<RowChanges, 'indicatorReports' | 'indicatorMeasurements'> {
  return {
    indicatorReports: events.flatMap((event) =>
      event.type === 'IndicatorReported' ? [reportRow(event, next.id)] : [],
    ),
    indicatorMeasurements: events.flatMap((event) =>
      event.type === 'IndicatorMeasured' ? [measurementRow(event, next.id)] : [],
    ),
  };
}

function reportRow(
  event: Positioned<'IndicatorReported'>,
  programmeId: string,
): IndicatorReportRow {
  const { data } = event;
  return {
    programme_id: programmeId,
    position: event.position,
    indicator: data.indicator,
    unit: data.unit ?? '',
    as_of: data.asOf,
    numerator: data.numerator,
    denominator: data.denominator,
    note: data.note,
    files: data.files,
    office: data.office,
    reported_by: data.by,
    reported_at: event.at,
    replaces: data.replaces,
    reason: data.reason,
  };
}

function measurementRow(
  event: Positioned<'IndicatorMeasured'>,
  programmeId: string,
): IndicatorMeasurementRow {
  const { data } = event;
  return {
    programme_id: programmeId,
    position: event.position,
    phase: data.phase,
    round: data.round,
    indicator: data.indicator,
    target: data.target,
    occasion: data.occasion,
    measured_on: data.measuredOn,
    planned_at: data.plannedAt,
    measured_at: event.at,
    measured_by: data.by,
    required: data.required,
    numerator: data.numerator,
    denominator: data.denominator,
    value: data.value,
    met: data.met,
    missing: data.missing,
    unmet: data.unmet,
    unmet_count: data.unmetCount,
    expected: data.pace?.expected ?? null,
    behind: data.pace?.behind ?? null,
  };
}
