/** The lines of the wall chart: a phase each, and a duty with all its periods; with everything that happens to their dates. Pure. */
import type { Schemas } from '../../api/client.ts';
import { lightOf, type Light } from '../light.ts';
import type { Programme } from '../programme-query.ts';

type Text = Schemas['Localised'];
type Phase = Schemas['Phase'];

export interface ChartMark {
  readonly kind: 'reminder' | 'rung';
  readonly at: string;
  readonly isPlanned: boolean;
  readonly rung?: Schemas['Rung'];
}

export interface ChartBar {
  readonly key: string;
  readonly title: Text;
  readonly light: Light;
  readonly round: number;
  readonly opensOn: string;
  readonly dueOn: string;
  /** The first of the days that were moved by extensions. */
  readonly oldDueOn: string | null;
  readonly closedAt: string | null;
  /** Until when it has run over its due day; null where it has not. */
  readonly lateUntil: string | null;
  readonly marks: readonly ChartMark[];
}

export interface ChartRow {
  readonly key: string;
  readonly title: Text;
  /** The light of the row: that of its phase, or of the worst of its periods. */
  readonly light: Light;
  readonly isDuty: boolean;
  readonly bars: readonly ChartBar[];
}

/** What has happened and what is planned, besides the programme itself. */
export interface ChartFacts {
  readonly reminded: readonly { readonly phase: string; readonly at: string }[];
  readonly escalations: readonly Pick<Schemas['Escalation'], 'phase' | 'rung' | 'raisedAt'>[];
  readonly moments: readonly Schemas['Moment'][];
  /** Duty → all its periods, the newest first. */
  readonly periods: ReadonlyMap<string, readonly Schemas['Period'][]>;
}

export function chartRows(programme: Programme, facts: ChartFacts): readonly ChartRow[] {
  const duties = programme.duties.map(({ key }) => key);
  const phases = programme.phases.filter(({ key }) => !duties.includes(baseOf(key)));
  return [
    ...phases.map((phase) => {
      const bar = barOfPhase(phase, programme, facts);
      return { key: phase.key, title: phase.title, light: bar.light, isDuty: false, bars: [bar] };
    }),
    ...programme.duties.map((duty) => dutyRow(duty, programme, facts)),
  ];
}

/** Every instant that the axis must reach. */
export function instantsOf(programme: Programme, rows: readonly ChartRow[]): readonly string[] {
  const isUnderWay = programme.status === 'active' || programme.status === 'suspended';
  const bars = rows.flatMap((row) => row.bars);
  return [
    programme.startsOn,
    ...(isUnderWay ? [programme.now] : []),
    ...bars.flatMap(({ opensOn, dueOn, closedAt, marks }) => [
      opensOn,
      dueOn,
      ...(closedAt === null ? [] : [closedAt]),
      ...marks.map(({ at }) => at),
    ]),
  ];
}

function barOfPhase(phase: Phase, programme: Programme, facts: ChartFacts): ChartBar {
  const granted = phase.extensions.filter(({ status }) => status === 'granted');
  const inRound = granted.filter(({ round }) => round === phase.round);
  const closedAt = phase.closedAt ?? null;
  return {
    key: phase.key,
    title: phase.title,
    light: lightOf(phase, programme),
    round: phase.round,
    opensOn: phase.opensOn,
    dueOn: phase.dueOn,
    oldDueOn: inRound[0]?.from ?? null,
    closedAt,
    lateUntil: lateUntil(phase, programme),
    marks: marksOf(phase.key, facts),
  };
}

function lateUntil(phase: Phase, { now }: Programme): string | null {
  if (phase.overdue) return now;
  const end = phase.closedAt ?? phase.lapsedAt;
  return end !== undefined && Date.parse(end) > Date.parse(phase.dueAt) ? end : null;
}

function marksOf(
  key: string,
  { reminded, escalations, moments }: ChartFacts,
): readonly ChartMark[] {
  const marks: readonly ChartMark[] = [
    ...reminded
      .filter(({ phase }) => phase === key)
      .map(({ at }) => ({ kind: 'reminder' as const, at, isPlanned: false })),
    ...escalations
      .filter(({ phase }) => phase === key)
      .map(({ rung, raisedAt: at }) => ({ kind: 'rung' as const, at, isPlanned: false, rung })),
    ...moments
      .filter(({ phase }) => phase === key)
      .flatMap(({ kind, at, rung }): readonly ChartMark[] => {
        if (kind === 'remind') return [{ kind: 'reminder', at, isPlanned: true }];
        if (kind !== 'escalate' || rung === undefined) return [];
        return [{ kind: 'rung', at, isPlanned: true, rung }];
      }),
  ];
  return [...marks].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

const OF_PERIOD: Readonly<Record<Schemas['Period']['status'], Light>> = {
  done: 'done',
  late: 'doneLate',
  'missed-open': 'overdue',
  lapsed: 'lapsed',
  open: 'underWay',
};

/** The worst first; what is open goes before what is over. */
const WORST: readonly Light[] = ['overdue', 'soon', 'suspended', 'underWay', 'stopped'];

function dutyRow(duty: Schemas['Duty'], programme: Programme, facts: ChartFacts): ChartRow {
  const periods = facts.periods.get(duty.key) ?? duty.recent;
  const bars = periods.map((period) => barOfPeriod(period, programme, facts)).reverse();
  const lights = bars.map(({ light }) => light);
  const light = WORST.find((one) => lights.includes(one)) ?? lights.at(-1) ?? 'scheduled';
  return { key: duty.key, title: duty.title, light, isDuty: true, bars };
}

function barOfPeriod(period: Schemas['Period'], programme: Programme, facts: ChartFacts): ChartBar {
  const phase = programme.phases.find(({ key }) => key === period.phase);
  if (phase !== undefined) return { ...barOfPhase(phase, programme, facts), title: period.title };
  const closedAt = period.closedAt ?? null;
  return {
    key: period.phase,
    title: period.title,
    light: OF_PERIOD[period.status],
    round: period.round,
    opensOn: period.opensOn,
    dueOn: period.dueOn,
    oldDueOn: null,
    closedAt,
    lateUntil: period.missed ? closedAt : null,
    marks: marksOf(period.phase, facts),
  };
}

function baseOf(key: string): string {
  return key.split('@')[0] ?? key;
}
