/** A ledger in memory that serves a script of moments: what the workflow does can be tested without the rules. */
import type { Moment } from '../../../domain/planning/moments.ts';
import type { Engine, PlannedMoment, WorkflowPlan } from '../../../engine/types.ts';

export interface ScriptedLedger extends Pick<Engine, 'nextMoment' | 'perform'> {
  /** Puts a moment into the plan; the ledger moves on by one position, as when a person has acted. */
  plan(moment: Moment, dueMs: number): void;
  drop(moment: Moment): void;
  end(): void;
  forget(): void;
  readonly position: () => number;
  /** What was performed, in order. */
  readonly performed: readonly Moment[];
  readonly looks: () => number;
  /** Makes the next calls fail. */
  failNext(times: number): void;
}

export function momentOf(kind: Moment['kind'], phase: string, round = 1): Moment {
  const base = { phase, round, at: '2013-09-15T00:00:00.000Z' };
  if (kind === 'remind') return { ...base, kind, workdaysBefore: 5 };
  if (kind === 'escalate') return { ...base, kind, rung: 'urge' };
  if (kind === 'openPhase' || kind === 'missDeadline') return { ...base, kind };
  return { ...base, kind, qualifier: '' };
}

export function createScriptedLedger(): ScriptedLedger {
  const planned: PlannedMoment[] = [];
  const performed: Moment[] = [];
  let position = 1;
  let over = false;
  let known = true;
  let looks = 0;
  let failures = 0;

  const present = (): WorkflowPlan | null => {
    looks += 1;
    if (failures > 0) {
      failures -= 1;
      throw new Error('the database is not available');
    }
    if (!known) return null;
    planned.sort((a, b) => a.dueMs - b.dueMs);
    const next = over ? null : (planned[0] ?? null);
    const view = {
      status: over ? 'completed' : 'active',
      phase: next?.moment.phase ?? '',
      overdue: false,
      rung: 0,
      dueMs: next?.dueMs ?? null,
      details: `position ${position}`,
    };
    return { over, position, next, view };
  };
  const remove = (moment: Moment): boolean => {
    const index = planned.findIndex(
      (each) => JSON.stringify(each.moment) === JSON.stringify(moment),
    );
    if (index >= 0) planned.splice(index, 1);
    return index >= 0;
  };

  return {
    plan: (moment, dueMs) => {
      planned.push({ moment, dueMs, summary: `${moment.kind} 阶段 ${moment.phase}` });
      position += 1;
    },
    drop: (moment) => {
      if (remove(moment)) position += 1;
    },
    end: () => {
      over = true;
      position += 1;
    },
    forget: () => {
      known = false;
    },
    position: () => position,
    performed,
    looks: () => looks,
    failNext: (times) => {
      failures = times;
    },
    nextMoment: () => Promise.resolve().then(present),
    perform: (_programmeId, moment) =>
      Promise.resolve().then(() => {
        const due = planned.find((each) => JSON.stringify(each.moment) === JSON.stringify(moment));
        if (due !== undefined && due.dueMs <= Date.now() && remove(moment)) {
          performed.push(moment);
          position += 1;
        }
        return present();
      }),
  };
}
