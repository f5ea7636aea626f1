import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../../web/api/plan.ts';
import type { Programme } from '../../../web/programme/programme-query.ts';
import { usualCounts, recordVote, type ItemOf } from '../../../web/rehearsal/acts.ts';
import { sentenceOf } from '../../../web/rehearsal/event-sentence.ts';
import { holdSecondsFor, lastDayOf } from '../../../web/rehearsal/plan-of-definition.ts';
import {
  percentOf,
  programmeMsAt,
  readingOf,
  secondsUntil,
  standsForMs,
} from '../../../web/parts/programme-time.ts';
import type { Escalation, Happening } from '../../../web/rehearsal/rehearsal-queries.ts';
import { daysBetween, nearestSpeed, spanOf } from '../../../web/rehearsal/speeds.ts';
import { summaryOf } from '../../../web/rehearsal/summary.ts';
import { waitingIn } from '../../../web/rehearsal/waiting.ts';

const reading = {
  ...{ now: '2013-09-15T00:00:00.000Z', speed: 3_600 },
  ...{ readAtMs: 1_000, runsFromMs: null },
};

describe('the clock between two answers', () => {
  it('runs on from what was read, as many times as fast', () => {
    expect(programmeMsAt(reading, 3_000)).toBe(Date.parse('2013-09-15T02:00:00.000Z'));
    expect(programmeMsAt({ ...reading, speed: null }, 3_000)).toBe(
      Date.parse('2013-09-15T00:00:02.000Z'),
    );
  });

  it('never shows less than what was read, nor a year of five digits', () => {
    expect(programmeMsAt(reading, 0)).toBe(Date.parse(reading.now));
    const late = programmeMsAt({ ...reading, speed: 10_000_000 }, Number.MAX_SAFE_INTEGER);
    expect(new Date(late).toISOString()).toBe('9999-12-31T23:59:59.999Z');
  });

  it('says in how many real seconds an instant comes', () => {
    expect(secondsUntil(reading, '2013-09-15T10:00:00.000Z', 3_000)).toBe(8);
    expect(secondsUntil(reading, '2013-09-14T00:00:00.000Z', 3_000)).toBe(0);
  });

  it('stands until it runs, and counts on from there', () => {
    const startedAt = '1970-01-01T00:00:00.000Z';
    const clock = { anchor: reading.now, startedAt, runsFrom: '1970-01-01T00:00:03.000Z' };
    const held = readingOf({ now: reading.now, clock: { ...clock, speed: 3_600 } }, 1_000);
    expect([2_000, 3_000, 5_000].map((at) => programmeMsAt(held, at))).toEqual(
      ['00', '00', '02'].map((hour) => Date.parse(`2013-09-15T${hour}:00:00.000Z`)),
    );
    expect([2_000, 3_000, 5_000].map((at) => standsForMs(held, at))).toEqual([1_000, 0, 0]);
    expect(secondsUntil(held, '2013-09-15T10:00:00.000Z', 2_000)).toBe(11);
    expect(secondsUntil(held, reading.now, 2_000)).toBe(0);
    // Read once it ran, it does not run from further back.
    expect(programmeMsAt({ ...held, readAtMs: 6_000 }, 7_000)).toBe(programmeMsAt(reading, 2_000));
  });

  it('places an instant in the plan, never outside it', () => {
    expect([5, -1, 11].map((at) => percentOf(at, [0, 10]))).toEqual([50, 0, 100]);
    expect(percentOf(5, [7, 7])).toBe(0);
  });
});

describe('spans and speeds', () => {
  it.each([
    [30, { unit: 's', n: 30 }],
    [60, { unit: 'min', n: 1 }],
    [90, { unit: 's', n: 90 }],
    [3_600, { unit: 'h', n: 1 }],
    [5_400, { unit: 'min', n: 90 }],
    [21_600, { unit: 'h', n: 6 }],
    [86_400, { unit: 'h', n: 24 }],
    [259_200, { unit: 'd', n: 3 }],
    [8_000, { unit: 'h', n: 2.2 }],
  ])('%d seconds', (seconds, span) => {
    expect(spanOf(seconds)).toEqual(span);
  });

  it('gives a speed of another origin the nearest name', () => {
    expect([1, 20_000, 10_000_000].map((speed) => nearestSpeed(speed).name)).toEqual([
      'close',
      'moderate',
      'flying',
    ]);
  });

  it('counts both the first and the last day', () => {
    expect(daysBetween('2013-09-15', '2013-12-30')).toBe(107);
  });
});

describe('a definition before it is rehearsed', () => {
  const phase = (key: string, to: string): Plan['phases'][number] => ({
    ...{ key, title: { zh: '', en: '' }, window: { from: '2013-09-15', to } },
  });

  it('ends with its last window', () => {
    const phases = [phase('a', '2013-12-30'), phase('b', '2013-10-01')];
    expect(lastDayOf({ phases })).toBe('2013-12-30');
    expect(lastDayOf({ phases: [] })).toBeNull();
  });

  it('asks for a clock that stands while its units begin, a minute at most', () => {
    const sets = (count: number): Pick<Plan, 'unitSets' | 'rollouts'> => ({
      unitSets: [{ key: 'villages', within: null, madeUp: { count } }],
      rollouts: ['building', 'accounts'].map((key) => ({ key, unitSet: 'villages' })),
    });
    expect(holdSecondsFor({})).toBe(0);
    expect(holdSecondsFor(sets(20))).toBe(5);
    expect(holdSecondsFor(sets(592))).toBe(60);
  });
});

const text = { zh: '甲', en: 'A' };

function phaseWith(part: object): Programme['phases'][number] {
  const phase = {
    ...{ key: 'survey', title: text, round: 2, status: 'open', missed: false },
    ...{ steps: [], deliverables: [] },
    ...part,
  };
  return phase as unknown as Programme['phases'][number]; // the functions under test look at nothing else
}

function programmeWith(phases: readonly object[], status = 'active'): Programme {
  return { id: 'p', status, phases: phases.map(phaseWith) } as unknown as Programme; // likewise
}

describe('what waits', () => {
  const deliverables = [
    { key: 'plan', office: 'labour', status: 'due', owedSince: '2013-09-15' },
    { key: 'later', office: 'labour', status: 'due' },
    { key: 'done', office: 'labour', status: 'handedIn', owedSince: '2013-09-15' },
  ];
  const steps = [
    {
      ...{ key: 'offices', status: 'open', title: text },
      slots: [
        { office: 'finance', status: 'open' },
        { office: 'body', status: 'open', body: { title: text, ballot: 'named' } },
        { office: 'asking', status: 'open', waitingFor: 'mayor' },
        { office: 'heads', status: 'decided' },
      ],
    },
    { key: 'mayor', status: 'waiting', title: text, slots: [{ office: 'mayor', status: 'open' }] },
  ];
  const rung = { id: 'e', phase: 'survey', round: 2, responsible: ['labour'], struck: false };
  const escalations = [
    rung,
    { ...rung, id: 'answered', answeredAt: '2013-10-08T00:00:00.000Z' },
    { ...rung, id: 'earlier', round: 1 },
    { ...rung, id: 'struck', struck: true },
  ] as unknown as readonly Escalation[]; // likewise

  it('is owed, asked and unanswered things of the present round, by office', () => {
    const items = waitingIn(programmeWith([{ deliverables, steps }]), escalations);
    expect(items.map(({ kind, office }) => [kind, office])).toEqual([
      ['handIn', 'labour'],
      ['sign', 'finance'],
      ['vote', 'body'],
      ['answer', 'labour'],
    ]);
    expect(items[1]?.id).toBe('p.survey.2.offices.finance');
  });

  it('is nothing once the programme is over or stands still', () => {
    for (const status of ['suspended', 'completed', 'terminated']) {
      expect(waitingIn(programmeWith([{ deliverables, steps }], status), escalations)).toEqual([]);
    }
  });
});

describe('a named vote', () => {
  it('names everybody present, each vote as counted', async () => {
    const item = { office: 'body', task: 't', body: { title: text, ballot: 'named' } };
    const counts = {
      ...usualCounts('2013-09-20'),
      present: 4,
      inFavour: 2,
      against: 1,
      abstained: 0,
    };
    const sent: unknown[] = [];
    const client = {
      POST: (_path: string, given: { readonly body: unknown }) => {
        sent.push(given.body);
        return Promise.resolve({ data: {} });
      },
    };
    const act = recordVote(item as unknown as ItemOf<'vote'>, counts, String); // it reads no more
    await act.call(client as unknown as Parameters<typeof act.call>[0]); // it calls no more
    const votes = ['in-favour', 'in-favour', 'against', 'invalid'];
    const voters = votes.map((vote, index) => ({ name: String(index + 1), vote }));
    expect(sent).toEqual([{ ...counts, voters }]);
  });
});

describe('an entry of the record', () => {
  const titles = {
    office: (key: string) => `<${key}>`,
    offices: (keys: readonly string[]) => keys.join('+'),
    phase: (key: string) => key.toUpperCase(),
    deliverable: (phase: string, key: string) => `${phase}/${key}`,
  };
  const sentence = (type: string, data: unknown): ReturnType<typeof sentenceOf> =>
    sentenceOf({ type, data } as Happening, titles, (rung) => `!${rung}`); // it reads no more

  it('is put into words with the titles of what it names', () => {
    const data = { phase: 'survey', rung: 'urge', responsible: ['a', 'b'], dueOn: '2013-09-30' };
    expect(sentence('EscalationRaised', data)).toEqual({
      key: 'EscalationRaised',
      params: {
        ...{ phase: 'SURVEY', office: '<>', offices: 'a+b', deliverable: 'survey/' },
        ...{ dueOn: '2013-09-30', rung: '!urge' },
      },
    });
    expect(sentence('StepDecided', { phase: 'survey', decision: 'return' })?.key).toBe(
      'StepDecided.return',
    );
  });

  it('is left out where nobody has words for it', () => {
    expect(sentence('SomethingNew', {})).toBeNull();
    expect(sentence('StepDecided', null)).toBeNull();
    expect(sentence('toString', {})).toBeNull();
  });
});

describe('what a rehearsal came to', () => {
  it('counts closed and late phases, repeated rounds and rungs', () => {
    const programme = programmeWith(
      [
        { status: 'closed', round: 1, missed: true },
        { status: 'closed', round: 3 },
        { status: 'superseded', round: 2 },
      ],
      'completed',
    );
    expect(summaryOf(programme, [{}, {}] as unknown as readonly Escalation[])).toEqual({
      ...{ phases: 3, closed: 2, late: 1, repeated: 3, rungs: 2 },
    });
  });
});
