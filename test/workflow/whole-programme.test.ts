import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { localDateOf } from '../../domain/calendar/dates.ts';
import type { EventSeen } from '../../cli/rehearse/desk.ts';
import { findTimedProgrammes } from '../../db/read-models/timekeeping.ts';
import { createTemporalInspector } from '../../platform/temporal-inspector.ts';
import { loadScenarios } from '../../programmes/scenario.ts';
import { createRelay, type Relay } from '../../worker/relay.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import {
  createTemporalHarness,
  until,
  type HistoryEvent,
  type TemporalHarness,
} from './support/temporal-harness.ts';
import { recordHistory } from './support/record-histories.ts';
import { disorder } from './support/in-order.ts';
import { createTown, type Town } from './support/town.ts';

jest.setTimeout(90_000);

let town: Town;
let harness: TemporalHarness;
let relay: Relay;

beforeAll(async () => {
  [town, harness] = await Promise.all([createTown(), createTemporalHarness()]);
  await harness.startWorker(town.engine);
  relay = createRelay({
    outbox: town.outbox,
    describe: (ids) => findTimedProgrammes(town.pool, ids),
    signals: harness.signals(),
    log: { info: () => undefined, warn: () => undefined },
  });
  relay.start();
});
afterAll(async () => {
  await relay.close();
  await harness.close();
  await town.close();
});

describe('a whole programme on real servers', () => {
  it('runs Langxia’s story from the first day to the archive, every moment once and in order', async () => {
    const scenario = loadScenarios('langxia-transition').find(({ key }) => key === 'story');
    if (scenario === undefined) throw new Error('no story');
    const rehearsal = await town.startRehearsal(15);
    const played = await rehearsal.play(scenario);
    expect(played.status).toBe('completed');

    expect(disorder(played.events, town.definition)).toEqual([]);
    expect(raised(played.events, 'EscalationRaised', 'staffing').slice(0, 2)).toEqual([
      '2013-11-01 "urge"',
      '2013-11-05 "supervise"',
    ]);
    expect(played.events.filter(({ type }) => type === 'PhaseReturned')).toHaveLength(1);

    const { outcome } = (await harness.temporal.client.workflow
      .getHandle(workflowIdOf(rehearsal.id))
      .result()) as { outcome: string };
    expect(outcome).toBe('programme-over');
    await recordHistory(harness, { programmeId: rehearsal.id, name: 'story' });
    const history = await harness.history(rehearsal.id);
    const opened = played.events.filter(({ type }) => type === 'PhaseOpened');
    expect(opened.length).toBeGreaterThan(7);
    expect(signalledTo(history)).toBe(played.events.length);
    expect(activityCount(history, 'openPhase')).toBeLessThanOrEqual(opened.length);
    expect(activityCount(history, 'openPhase')).toBeGreaterThanOrEqual(7);

    const inspector = createTemporalInspector({ temporal: harness.temporal });
    const state = await rehearsal.state();
    await until('Temporal and the ledger agree', async () => {
      const { agrees } = await inspector.inspect({
        programmeId: rehearsal.id,
        ...state,
        nextAt: null,
      });
      return agrees;
    });
  });
});

/** Planned day and rung of each such event of a phase. */
function raised(events: readonly EventSeen[], type: string, phase: string): readonly string[] {
  return events.flatMap((event) => {
    const data = event.data as Readonly<Record<string, unknown>>;
    if (event.type !== type || data['phase'] !== phase) return [];
    const day = localDateOf(data['plannedAt'] as string, 'Asia/Shanghai');
    return [`${day} ${JSON.stringify(data['rung'])}`];
  });
}

function activityCount(history: readonly HistoryEvent[], name: string): number {
  return history.filter(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === name,
  ).length;
}

function signalledTo(history: readonly HistoryEvent[]): number {
  const stretches = history.flatMap((event) => {
    const data = event.workflowExecutionSignaledEventAttributes?.input?.payloads?.[0]?.data;
    return data ? (JSON.parse(Buffer.from(data).toString()) as { from: number; to: number }[]) : [];
  });
  const told = new Set(
    stretches.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  );
  let position = 0;
  while (told.has(position + 1)) position += 1;
  return position;
}
