import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { workflowIdOf } from '../../workflows/messages.ts';
import { createScriptedLedger, momentOf, type ScriptedLedger } from './support/scripted-ledger.ts';
import { recordHistory } from './support/record-histories.ts';
import {
  aProgramme,
  createTemporalHarness,
  until,
  type HistoryEvent,
  type RunningWorker,
  type TemporalHarness,
} from './support/temporal-harness.ts';

jest.setTimeout(90_000);

let harness: TemporalHarness;
let ledger: ScriptedLedger;
let worker: RunningWorker;

beforeAll(async () => {
  harness = await createTemporalHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  ledger = createScriptedLedger();
  worker = await harness.startWorker(ledger);
});
afterEach(() => worker.stop());

const resultOf = (programmeId: string): Promise<unknown> =>
  harness.temporal.client.workflow.getHandle(workflowIdOf(programmeId)).result();

const stretch = (types: readonly string[] = ['PhaseClosed']) => [
  { from: ledger.position(), to: ledger.position(), types },
];

const activityNames = (events: readonly HistoryEvent[]): (string | null | undefined)[] =>
  events.flatMap((event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? []);

describe('the workflow of a programme', () => {
  it('performs each moment by the activity of its kind, in order, and ends with the programme', async () => {
    const programme = aProgramme();
    const start = Date.now();
    ledger.plan(momentOf('openPhase', 'survey'), start);
    ledger.plan(momentOf('remind', 'survey'), start + 300);
    ledger.plan(momentOf('missDeadline', 'survey'), start + 600);
    ledger.plan(momentOf('escalate', 'survey'), start + 900);
    await harness.signals().tell(programme, stretch(['ProgrammeActivated']));
    await until('all four are performed', () => ledger.performed.length === 4);
    ledger.end();
    await harness.signals().tell(programme, stretch(['ProgrammeCompleted']));

    expect(await resultOf(programme.programmeId)).toEqual({
      outcome: 'programme-over',
      status: 'completed',
      position: ledger.position(),
    });
    const events = await harness.history(programme.programmeId);
    expect(activityNames(events).filter((name) => name !== 'replan')).toEqual([
      'openProgramme',
      'openPhase',
      'remind',
      'missDeadline',
      'escalate',
    ]);
    expect(ledger.performed.map((moment) => moment.kind)).toEqual([
      'openPhase',
      'remind',
      'missDeadline',
      'escalate',
    ]);
  });

  it('gives its timer and its activities the summary of the moment', async () => {
    const programme = aProgramme();
    ledger.plan(momentOf('remind', 'survey'), Date.now() + 700);
    await harness.signals().tell(programme, stretch());
    await until('the moment is performed', () => ledger.performed.length === 1);
    const events = await harness.history(programme.programmeId);
    const timer = events.find((event) => event.timerStartedEventAttributes);
    const activity = events.find(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'remind',
    );
    expect(summaryOf(timer)).toBe('remind 阶段 survey');
    expect(summaryOf(activity)).toBe('remind 阶段 survey');
  });

  it('looks at the ledger once for signals that came while it was away', async () => {
    const programme = aProgramme();
    ledger.plan(momentOf('openPhase', 'survey'), Date.now() + 3_600_000);
    await harness.signals().tell(programme, stretch());
    await until('the ledger is read', () => ledger.looks() === 1);
    await worker.stop();
    for (let index = 0; index < 20; index += 1) {
      ledger.plan(momentOf('remind', `phase-${index}`), Date.now() + 3_600_000);
      await harness.signals().tell(programme, stretch());
    }
    worker = await harness.startWorker(ledger);
    await until('the ledger is read again', () => ledger.looks() > 1);
    ledger.end();
    await harness.signals().tell(programme, stretch());
    await resultOf(programme.programmeId);
    expect(ledger.looks()).toBe(3);
    await recordHistory(harness, { ...programme, name: 'signalled-while-away' });
  });

  it('does not plan again for what its own activity has already seen', async () => {
    const programme = aProgramme();
    ledger.plan(momentOf('openPhase', 'survey'), Date.now());
    ledger.plan(momentOf('remind', 'survey'), Date.now() + 3_600_000);
    await harness.signals().tell(programme, stretch());
    await until('the phase is opened', () => ledger.performed.length === 1);
    await harness.signals().tell(programme, stretch(['PhaseOpened']));
    await until('the signal is taken', async () =>
      isSettledAfterSignal(await harness.history(programme.programmeId), 2),
    );
    expect(ledger.looks()).toBe(2);
  });

  it('ends only once it has been told of every position, and asks no more meanwhile', async () => {
    const programme = aProgramme();
    await harness.signals().tell(programme, stretch(['ProgrammeActivated']));
    await until('the ledger is read', () => ledger.looks() === 1);
    const [nudge] = stretch([]);
    ledger.end();
    await harness.signals().tell(programme, nudge === undefined ? [] : [nudge]);
    await until('the end is read before it is told', async () =>
      isSettledAfterActivity(await harness.history(programme.programmeId), 2),
    );
    expect(ledger.looks()).toBe(2);
    const handle = harness.temporal.client.workflow.getHandle(workflowIdOf(programme.programmeId));
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await harness.signals().tell(programme, stretch(['ProgrammeCompleted']));
    expect(await resultOf(programme.programmeId)).toMatchObject({ outcome: 'programme-over' });
    expect(ledger.looks()).toBe(2);
  });

  it('plans again at once when it is nudged, even if no position is new', async () => {
    const programme = aProgramme();
    ledger.plan(momentOf('remind', 'survey'), Date.now() + 3_600_000);
    await harness.signals().tell(programme, stretch());
    await until('the ledger is read', () => ledger.looks() === 1);
    await harness.signals().tell(programme, stretch([]));
    await until('the ledger is read again', () => ledger.looks() === 2);
  });

  it('drops a timer whose moment was taken out of the plan', async () => {
    const programme = aProgramme();
    const reminder = momentOf('remind', 'survey');
    ledger.plan(reminder, Date.now() + 3_600_000);
    await harness.signals().tell(programme, stretch());
    await until('the ledger is read', () => ledger.looks() === 1);
    ledger.drop(reminder);
    ledger.plan(momentOf('openPhase', 'analysis'), Date.now() + 200);
    await harness.signals().tell(programme, stretch());
    await until('the other moment is performed', () => ledger.performed.length === 1);
    expect(ledger.performed[0]).toEqual(momentOf('openPhase', 'analysis'));
  });

  it('retries an activity until the database is back', async () => {
    const programme = aProgramme();
    ledger.failNext(3);
    ledger.plan(momentOf('openPhase', 'survey'), Date.now());
    await harness.signals().tell(programme, stretch());
    await until('the phase is opened', () => ledger.performed.length === 1);
    expect(ledger.performed).toHaveLength(1);
  });

  it('continues as new after the bound, keeps its search attributes and loses no moment', async () => {
    const programme = aProgramme();
    const start = Date.now();
    for (let index = 0; index < 8; index += 1) {
      ledger.plan(momentOf('openPhase', `phase-${index}`), start + index * 150);
    }
    await harness.signals(20).tell(programme, stretch());
    await until('all are performed', () => ledger.performed.length === 8);
    const handle = harness.temporal.client.workflow.getHandle(workflowIdOf(programme.programmeId));
    const events = await harness.history(programme.programmeId);
    const started = events[0]?.workflowExecutionStartedEventAttributes;
    expect(started?.continuedExecutionRunId).toMatch(/^[0-9a-f-]{36}$/);
    await recordHistory(harness, {
      programmeId: programme.programmeId,
      runId: started?.continuedExecutionRunId ?? '',
      name: 'continued-as-new',
    });
    ledger.end();
    await harness.signals(20).tell(programme, stretch());
    await resultOf(programme.programmeId);
    const described = await handle.describe();
    const shown = described.typedSearchAttributes.getAll();
    expect(Object.fromEntries(shown.map(({ key, value }) => [key.name, value]))).toMatchObject({
      MilepostDefinition: 'langxia-transition',
      MilepostStatus: 'completed',
    });
    expect(ledger.performed.map((moment) => moment.phase)).toEqual(
      Array.from({ length: 8 }, (_, index) => `phase-${index}`),
    );
  });

  it('ends quietly when the ledger does not know the programme, and runs again once it does', async () => {
    const programme = aProgramme();
    ledger.forget();
    await harness.signals().tell(programme, stretch());
    expect(await resultOf(programme.programmeId)).toMatchObject({ outcome: 'programme-unknown' });
    await worker.stop();
    ledger = createScriptedLedger();
    ledger.plan(momentOf('openPhase', 'survey'), Date.now());
    worker = await harness.startWorker(ledger);
    await harness.signals().tell(programme, stretch());
    await until('the phase is opened', () => ledger.performed.length === 1);
  });

  it('goes on after its worker was replaced, performing nothing twice', async () => {
    const programme = aProgramme();
    const start = Date.now();
    for (let index = 0; index < 6; index += 1) {
      ledger.plan(momentOf('openPhase', `phase-${index}`), start + 200 + index * 200);
    }
    await harness.signals().tell(programme, stretch());
    await until('some are performed', () => ledger.performed.length >= 2);
    await worker.stop();
    worker = await harness.startWorker(ledger);
    await until('all are performed', () => ledger.performed.length === 6);
    expect(new Set(ledger.performed.map((moment) => moment.phase)).size).toBe(6);
  });

  it('shows the plan in its details, titles and search attributes', async () => {
    const programme = aProgramme();
    ledger.plan(momentOf('remind', 'survey'), Date.now() + 3_600_000);
    await harness.signals().tell(programme, stretch());
    await until('the ledger is read', () => ledger.looks() === 1);
    const handle = harness.temporal.client.workflow.getHandle(workflowIdOf(programme.programmeId));
    const description = await handle.describe();
    expect(await description.staticSummary()).toBe('过渡方案 Transition plan');
    await until('the attributes are written', async () => {
      const { typedSearchAttributes: attributes } = await handle.describe();
      return attributes.getAll().some(({ key }) => key.name === 'MilepostDueAt');
    });
    const metadata = await handle.query('__temporal_workflow_metadata');
    expect(metadata).toMatchObject({ currentDetails: `position ${ledger.position()}` });
  });
});

function summaryOf(event: HistoryEvent | undefined): unknown {
  const data = event?.userMetadata?.summary?.data;
  return data === undefined || data === null ? undefined : JSON.parse(Buffer.from(data).toString());
}

/** Whether a workflow task has completed after the nth signal. */
function isSettledAfterSignal(events: readonly HistoryEvent[], nth: number): boolean {
  return isSettledAfter(events, nth, (event) => event.workflowExecutionSignaledEventAttributes);
}

/** Whether a workflow task has completed after the nth activity. */
function isSettledAfterActivity(events: readonly HistoryEvent[], nth: number): boolean {
  return isSettledAfter(events, nth, (event) => event.activityTaskCompletedEventAttributes);
}

function isSettledAfter(
  events: readonly HistoryEvent[],
  nth: number,
  attributes: (event: HistoryEvent) => unknown,
): boolean {
  const places = events.flatMap((event, index) => (attributes(event) ? [index] : []));
  const place = places[nth - 1];
  if (place === undefined) return false;
  return events.slice(place).some((event) => event.workflowTaskCompletedEventAttributes);
}
