import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ledgerOf, faultsOfProgrammes } from '../../support/chaos/checker.ts';
import { createChaosClient, type ChaosClient } from '../../support/chaos/client.ts';
import { createStack, type Stack } from '../../support/chaos/stack.ts';
import { settleTown, type Town } from '../../support/chaos/town.ts';
import { until } from '../../support/until.ts';

/** Real seconds for 107 days: the last rung, on the 34th day, comes after ten. */
const PLAN_SECONDS = 30;

/**
 * Phase 1 of the paper is due on Monday 30 September 2013, and nobody does anything. 1 to 7 October are National Day's holiday; Sunday
 * 22 and 29 September and Saturday 12 October are worked instead of days of the two holidays.
 */
const MOMENTS = [
  'PhaseOpened 2013-09-15T00:00+08:00',
  'DeadlineReminded 2013-09-24T09:00+08:00',
  'DeadlineReminded 2013-09-27T09:00+08:00',
  'DeadlineReminded 2013-09-30T09:00+08:00',
  'DeadlineMissed 2013-10-01T00:00+08:00',
  'EscalationRaised urge 2013-10-08T09:00+08:00',
  'EscalationRaised supervise 2013-10-10T09:00+08:00',
  'AnswerMissed urge 2013-10-11T00:00+08:00',
  'EscalationRaised circulate 2013-10-12T09:00+08:00',
  'AnswerMissed supervise 2013-10-13T00:00+08:00',
  'AnswerMissed circulate 2013-10-17T00:00+08:00',
  'EscalationRaised accountability 2013-10-18T09:00+08:00',
  'AnswerMissed accountability 2013-10-24T00:00+08:00',
];
/** They owe the deliverables of the phase. */
const RESPONSIBLE = ['town-office', 'labour-office'];

jest.setTimeout(120_000);

let stack: Stack;
let town: Town;
let client: ChaosClient;
let programmeId: string;

beforeAll(async () => {
  stack = await createStack();
  await Promise.all([stack.api.start(), stack.worker.start()]);
  town = await settleTown(stack);
  client = createChaosClient(() => stack.api.address());
  programmeId = await town.start(client, PLAN_SECONDS);
  await until('the answer to the last rung is missed', async () =>
    (await ledgerOf(stack.pool, programmeId)).some(
      ({ type, data }) => type === 'AnswerMissed' && data['rung'] === 'accountability',
    ),
  );
});
afterAll(() => stack.close());

describe('a late first phase over the National Day holiday of 2013', () => {
  it('is reminded, missed and escalated once, in order, at the right working days', async () => {
    const [activated, ...events] = await ledgerOf(stack.pool, programmeId);
    expect(activated?.type).toBe('ProgrammeActivated');
    expect(events.map(({ type, data }) => lineOf(type, data))).toEqual(MOMENTS);
    for (const { at, data } of events) {
      expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(String(data['plannedAt'])));
    }
    const { definition } = town;
    const scene = { pool: stack.pool, definition, programmeIds: [programmeId] };
    expect(await faultsOfProgrammes(scene)).toEqual([]);
  });

  it.each(RESPONSIBLE)('tells %s of each moment exactly once', async (office) => {
    const told = await notificationsOf(office);
    expect(told.map(({ kind }) => kind)).toEqual(MOMENTS.map((line) => line.split(' ')[0]));
    expect(rungsAmong(told)).toEqual(['urge', 'supervise', 'circulate', 'accountability']);
    for (const { email, phase, round, readAt } of told) {
      expect({ email, phase, round, readAt }).toEqual({
        email: 'none',
        phase: 'survey',
        round: 1,
        readAt: null,
      });
    }
  });

  it('tells each rung also to those whom its audience names, once each', async () => {
    const rungs = async (office: string): Promise<readonly string[]> =>
      rungsAmong(await notificationsOf(office));
    // Superiors: one level up for supervision, two for circulation.
    expect(await rungs('deputy-mayor')).toEqual(['supervise', 'circulate']);
    expect(await rungs('mayor')).toEqual(['circulate', 'accountability']);
    expect(await rungs('supervision-office')).toEqual(['supervise', 'circulate', 'accountability']);
    expect(await rungs('finance-office')).toEqual(['circulate']);
  });
});

interface Notification {
  readonly kind: string;
  readonly rung?: string;
  readonly phase: string;
  readonly round: number;
  readonly email: string;
  readonly readAt: string | null;
}

function rungsAmong(told: readonly Notification[]): readonly string[] {
  return told.flatMap(({ kind, rung }) => (kind === 'EscalationRaised' ? (rung ?? []) : []));
}

/** Oldest first. */
async function notificationsOf(office: string): Promise<readonly Notification[]> {
  const { items } = await client.get<{ readonly items: readonly Notification[] }>(
    '/v1/notifications?limit=100',
    town.tokenOf(office),
  );
  return items.toReversed();
}

function lineOf(type: string, data: Readonly<Record<string, unknown>>): string {
  const local = new Date(Date.parse(String(data['plannedAt'])) + 8 * 3_600_000);
  const rung = typeof data['rung'] === 'string' ? ` ${data['rung']}` : '';
  return `${type}${rung} ${local.toISOString().slice(0, 16)}+08:00`;
}
