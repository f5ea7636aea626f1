/** The preview of a move to another version, and what its event would carry: one and the same reckoning. */
import { deadlineInstant, localDateOf } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { contentHash } from '../../audit/content-hash.ts';
import { phaseOf, ladderOf } from '../../definition/phase-of.ts';
import type { Definition } from '../../definition/types.ts';
import { planPhases } from '../activate-programme.ts';
import { periodOfPhase } from '../duties/periods.ts';
import { planPhase } from '../plan-phase.ts';
import { isOver } from '../progress.ts';
import type { PhaseState } from '../state.ts';
import { pendingExtension } from '../time/extensions.ts';
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
import { targetObstacle } from './targets.ts';
import { obstaclesOf } from './whole.ts';

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
function keysUnder({ state, to, calendar }: MigrationRequest): readonly string[] {
  const planned = planPhases({ definition: to, calendar }, state.startsOn).map(({ key }) => key);
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
  if (is === null || was === null) return removed(known, request);
  const pair = { state: known, from: was, to: is };
  return isOver(known) ? unchanged(pair, request) : carried(pair, request);
}

function added(key: string, { state, to, calendar, now }: MigrationRequest): Reckoning {
  const plan = planPhases({ definition: to, calendar }, state.startsOn).find(
    (phase) => phase.key === key,
  );
  if (plan === undefined) throw new Error(`phase ${key} is in neither version`);
  const after = { opensOn: plan.opensOn, dueOn: plan.dueOn };
  const isPast = plan.dueOn < localDateOf(now, to.zone);
  const shown = { key, verdict: 'added', before: null, after, why: WHY.added } as const;
  return {
    shown: isPast ? blocked(shown, { code: 'added-past', about: plan.dueOn }) : shown,
    phase: { ...plan, reminded: [], passedOver: [], askedAnew: [] },
  };
}

function removed(known: PhaseState, { from, to, now }: MigrationRequest): Reckoning {
  const { key, opensOn, dueOn } = known;
  const before = { opensOn, dueOn };
  const shown = { key, verdict: 'removed', before, after: null, why: WHY.removed } as const;
  // A period that is over goes anyway when the next one opens; its record stays.
  const isPast = isOver(known) && periodOfPhase(from, key) !== null;
  const owed = isPast ? answerOwed(known, localDateOf(now, to.zone)) : null;
  const gone = { code: 'opened-phase-gone', about: key } as const;
  const obstacle = known.status === 'scheduled' || isPast ? owed : gone;
  return { shown: obstacle === null ? shown : blocked(shown, obstacle), phase: null };
}

function answerOwed({ rungs }: PhaseState, today: LocalDate): Obstacle | null {
  const owed = rungs.find(
    ({ answeredBy, answerDueOn, struck }) =>
      answeredBy === null && struck !== true && answerDueOn >= today,
  );
  return owed === undefined ? null : { code: 'answer-owed', about: owed.rung };
}

function unchanged(pair: PhasePair, request: MigrationRequest): Reckoning {
  const { key, opensOn, dueOn } = pair.state;
  const dates = { opensOn, dueOn };
  const shown = { key, verdict: 'kept', before: dates, after: dates, why: WHY.over } as const;
  const obstacle = shapeObstacle(pair) ?? targetObstacle(pair.state, request);
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
    was: plannedDates(request.from, key, request),
    is: plannedDates(to, key, request) ?? { opensOn, dueOn },
    choice: Object.hasOwn(choices, key) ? (choices[key] ?? 'recompute') : 'recompute',
    today: localDateOf(now, to.zone),
  });
  const inTheWay =
    (status === 'open' ? openObstacle(pair, state) : null) ??
    targetObstacle(known, request) ??
    (dates.dueOn === dueOn ? null : extensionAsked(known, now)) ??
    obstacle;
  const shown = { key, verdict, before: { opensOn, dueOn }, after: dates, why };
  const anew = status === 'open' ? askedAnew(pair) : changedSteps(pair);
  return {
    shown: inTheWay === null ? shown : blocked(shown, inTheWay),
    phase: planOf(pair, { dates, dueAt: deadlineInstant(dates.dueOn, to.zone), anew }),
  };
}

/** What was asked for is another day under other dates. */
function extensionAsked(known: PhaseState, now: string): Obstacle | null {
  const asked = pendingExtension(known, now);
  return asked === null ? null : { code: 'extension-asked', about: asked.to };
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
    ...(skipped.inner === undefined ? {} : { innerPassedOver: skipped.inner }),
    ...(skipped.pacesUntil === undefined ? {} : { pacesUntil: skipped.pacesUntil }),
  };
}

function plannedDates(
  definition: Definition,
  key: string,
  { state, calendar }: MigrationRequest,
): PhaseDates | null {
  const context = { definition, calendar };
  const phase = phaseOf(definition, key);
  if (phase === null) return null;
  // A period of a duty has the dates of the calendar, whenever the programme started.
  const plan =
    periodOfPhase(definition, key) === null
      ? planPhases(context, state.startsOn).find((planned) => planned.key === key)
      : planPhase(phase, phase.window, context);
  return plan === undefined ? null : { opensOn: plan.opensOn, dueOn: plan.dueOn };
}

function blocked(shown: PhasePreview, obstacle: Obstacle): PhasePreview {
  return { ...shown, verdict: 'impossible', why: obstacleWords(obstacle) };
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
