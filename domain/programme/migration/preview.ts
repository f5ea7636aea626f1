/** The preview of a move to another version, and what its event would carry: one and the same reckoning. */
import { deadlineInstant, localDateOf } from '../../calendar/dates.ts';
import { contentHash } from '../../audit/content-hash.ts';
import { dutyOf } from '../../definition/phase-key.ts';
import { phaseOf, ladderOf } from '../../definition/phase-of.ts';
import type { Definition } from '../../definition/types.ts';
import { planPhases } from '../activate-programme.ts';
import { isOver } from '../progress.ts';
import type { PhaseState } from '../state.ts';
import { skippedIn } from '../../planning/re-date.ts';
import { datesUnder } from './dates.ts';
import type { MigratedPhase } from './events.ts';
import { migratedPhase } from './migrated-phase.ts';
import { nextPeriods } from './next-periods.ts';
import type {
  DroppedRung,
  MigrationPlan,
  MigrationPreview,
  MigrationRequest,
  PhaseDates,
  PhasePreview,
} from './preview-types.ts';
import { obstacleWords, WHY } from './reasons.ts';
import type { Obstacle } from './reasons.ts';
import { askedAnew, changedSteps, openObstacle, shapeObstacle } from './survival.ts';
import type { PhasePair } from './survival.ts';

export function previewMigration(request: MigrationRequest): MigrationPreview {
  return planMigration(request).preview;
}

/** What a preview is recognised by when it is proposed and decided; its words do not count. */
export function hashPreview(preview: MigrationPreview): string {
  const { phases, obstacles: _words, ...rest } = preview;
  return contentHash({ ...rest, phases: phases.map(({ why: _why, ...phase }) => phase) });
}

export function planMigration(request: MigrationRequest): MigrationPlan {
  const { state, from, to, now } = request;
  const reckonings = keysUnder(request).map((key) => reckon(key, request));
  const phases = reckonings.flatMap(({ phase }) => (phase === null ? [] : [phase]));
  const { duties, previews } = nextPeriods(state, to, localDateOf(now, to.zone));
  const obstacles = obstaclesOf(request, phases.length);
  const preview = {
    from: from.version,
    to: to.version,
    possible:
      obstacles.length === 0 && reckonings.every(({ shown }) => shown.verdict !== 'impossible'),
    phases: reckonings.map(({ shown }) => shown),
    duties: previews,
    rungsDropped: droppedRungs(request),
    obstacles,
  };
  return { preview, duties, phases: phases.map((phase) => withSkipped(phase, request)) };
}

/** Phases of the new version in its order, periods that have opened, and what only the running version knows. */
function keysUnder({ state, to }: MigrationRequest): readonly string[] {
  const planned = planPhases(to, state.startsOn).map(({ key }) => key);
  return [...new Set([...planned, ...state.phases.map(({ key }) => key)])];
}

interface Reckoning {
  readonly shown: PhasePreview;
  /** Null where the phase does not go on. */
  readonly phase: MigratedPhase | null;
}

function reckon(key: string, request: MigrationRequest): Reckoning {
  const { state, from, to } = request;
  const known = state.phases.find((phase) => phase.key === key);
  const [was, is] = [phaseOf(from, key), phaseOf(to, key)];
  if (known === undefined) return added(key, request);
  if (is === null || was === null) return removed(known);
  const pair = { state: known, from: was, to: is };
  return isOver(known) ? unchanged(pair) : carried(pair, request);
}

function added(key: string, { state, to, now }: MigrationRequest): Reckoning {
  const plan = planPhases(to, state.startsOn).find((phase) => phase.key === key);
  if (plan === undefined) throw new Error(`phase ${key} is in neither version`);
  const after = { opensOn: plan.opensOn, dueOn: plan.dueOn };
  const isPast = plan.dueOn < localDateOf(now, to.zone);
  const shown = { key, verdict: 'added', before: null, after, why: WHY.added } as const;
  return {
    shown: isPast ? blocked(shown, { code: 'added-past', about: plan.dueOn }) : shown,
    phase: { ...plan, reminded: [], passedOver: [], askedAnew: [] },
  };
}

function removed(known: PhaseState): Reckoning {
  const { key, opensOn, dueOn } = known;
  const before = { opensOn, dueOn };
  const shown = { key, verdict: 'removed', before, after: null, why: WHY.removed } as const;
  // A period that is over goes anyway when the next one opens; its record stays.
  const mayGo = known.status === 'scheduled' || isPastPeriod(known);
  return {
    shown: mayGo ? shown : blocked(shown, { code: 'opened-phase-gone', about: key }),
    phase: null,
  };
}

function unchanged(pair: PhasePair): Reckoning {
  const { key, opensOn, dueOn } = pair.state;
  const dates = { opensOn, dueOn };
  const shown = { key, verdict: 'kept', before: dates, after: dates, why: WHY.over } as const;
  const obstacle = shapeObstacle(pair);
  return {
    shown: obstacle === null ? shown : blocked(shown, obstacle),
    phase: planOf(pair, { dates, dueAt: pair.state.dueAt, anew: [] }),
  };
}

function carried(pair: PhasePair, request: MigrationRequest): Reckoning {
  const { state: known } = pair;
  const { key, opensOn, dueOn, status } = known;
  const { state, to, choices, now } = request;
  const { verdict, dates, why, obstacle } = datesUnder(known, {
    was: plannedDates(request.from, key, state.startsOn),
    is: plannedDates(to, key, state.startsOn) ?? { opensOn, dueOn },
    choice: Object.hasOwn(choices, key) ? (choices[key] ?? 'recompute') : 'recompute',
    today: localDateOf(now, to.zone),
  });
  const inTheWay = (status === 'open' ? openObstacle(pair, state) : null) ?? obstacle;
  const shown = { key, verdict, before: { opensOn, dueOn }, after: dates, why };
  const anew = status === 'open' ? askedAnew(pair) : changedSteps(pair);
  return {
    shown: inTheWay === null ? shown : blocked(shown, inTheWay),
    phase: planOf(pair, { dates, dueAt: deadlineInstant(dates.dueOn, to.zone), anew }),
  };
}

function planOf(
  { state, to }: PhasePair,
  made: { readonly dates: PhaseDates; readonly dueAt: string; readonly anew: readonly string[] },
): MigratedPhase {
  return {
    key: state.key,
    ...made.dates,
    dueAt: made.dueAt,
    deliverables: to.deliverables.map(({ key }) => key),
    steps: to.steps.map(({ key }) => key),
    reminded: state.reminded,
    passedOver: [],
    askedAnew: made.anew,
  };
}

/** Whatever the new dates or the new ladder would have at once is left out: nothing bursts. */
function withSkipped(phase: MigratedPhase, request: MigrationRequest): MigratedPhase {
  const { state, to, calendar, now } = request;
  const known = state.phases.find(({ key }) => key === phase.key);
  if (known?.status !== 'open') return phase;
  const skipped = skippedIn(migratedPhase(known, phase), state, { definition: to, calendar, now });
  return {
    ...phase,
    reminded: [...phase.reminded, ...skipped.reminders],
    passedOver: skipped.rungs,
  };
}

function plannedDates(definition: Definition, key: string, startsOn: string): PhaseDates | null {
  const plan = planPhases(definition, startsOn).find((phase) => phase.key === key);
  if (plan !== undefined) return { opensOn: plan.opensOn, dueOn: plan.dueOn };
  // A period of a duty has the dates of the calendar, whenever the programme started.
  const window = phaseOf(definition, key)?.window;
  return window === undefined ? null : { opensOn: window.from, dueOn: window.to };
}

function blocked(shown: PhasePreview, obstacle: Obstacle): PhasePreview {
  return { ...shown, verdict: 'impossible', why: obstacleWords(obstacle) };
}

function isPastPeriod(known: PhaseState): boolean {
  return isOver(known) && dutyOf(known.key) !== null;
}

function droppedRungs({ state, from, to }: MigrationRequest): readonly DroppedRung[] {
  return state.phases.flatMap((phase) => {
    const [was, is] = [phaseOf(from, phase.key), phaseOf(to, phase.key)];
    if (isOver(phase) || was === null || is === null) return [];
    const kept = ladderOf(to, is).rungs.map(({ key }) => key);
    return ladderOf(from, was)
      .rungs.filter(({ key }) => !kept.includes(key))
      .map(({ key: rung }) => {
        return { phase: phase.key, rung, raised: phase.rungs.some((one) => one.rung === rung) };
      });
  });
}

function obstaclesOf(
  { from, to }: MigrationRequest,
  phases: number,
): MigrationPreview['obstacles'] {
  const other = {
    zh: '新版本采用另一工作日历，不能在实施中变更。',
    en: 'The new version counts by another calendar, which cannot be changed under way.',
  };
  const nothing = {
    zh: '新版本没有可继续实施的阶段。',
    en: 'No phase would be left to go on with.',
  };
  return [...(from.calendar === to.calendar ? [] : [other]), ...(phases > 0 ? [] : [nothing])];
}
