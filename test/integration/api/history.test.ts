/** The past of a programme: the trail filtered, what an entry changed, and the programme as it stood. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { eventChanges, eventSummary, pastProgramme } from '../../../api/schemas/history.ts';
import { eventPage, verificationSchema } from '../../../api/schemas/records.ts';
import { programmeSchema } from '../../../api/schemas/programmes.ts';
import pg from 'pg';
import { createTestApi, type TestApi } from '../../support/api-client.ts';
import { decide, handInAll, phaseOf, startLangxia } from '../../support/api-acts.ts';

const AUDITOR = { as: 'audit-admin' } as const;

let api: TestApi;
let id: string;

/** Handed in and approved by one office on the 3rd, returned by another on the 5th, handed in again on the 6th. */
beforeAll(async () => {
  api = await createTestApi();
  id = await startLangxia(api, { startsOn: '2026-03-02' });
  api.clock.set('2026-03-03T02:00:00.000Z');
  await handInAll(api, id, 'survey');
  const [first = '', second = ''] = await openTasks();
  await decide(api, first, { decision: 'approve', opinion: '材料齐备' });
  api.clock.set('2026-03-05T02:00:00.000Z');
  await decide(api, second, { decision: 'return', opinion: '表格不全' });
  api.clock.set('2026-03-06T02:00:00.000Z');
  await handInAll(api, id, 'survey');
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function openTasks(): Promise<readonly string[]> {
  const { steps, round } = await phaseOf(api, id, 'survey');
  return steps.flatMap(({ key, slots }) =>
    slots
      .filter(({ status }) => status === 'open')
      .map(({ office }) => `${id}.survey.${round}.${key}.${office}`),
  );
}

function events(query: string): Promise<z.output<typeof eventPage>> {
  return api.read(eventPage, `/v1/programmes/${id}/events?${query}`, AUDITOR);
}

async function positionOf(type: string): Promise<number> {
  const { items } = await events(`type=${type}&limit=1`);
  const [found] = items;
  if (found === undefined) throw new Error(`no ${type}`);
  return found.position;
}

describe('the audit trail', () => {
  it('is filtered by types, and names who is in it', async () => {
    const { items, people } = await events('type=StepDecided,PhaseReturned&limit=200');
    expect(items.map(({ type }) => type)).toEqual(['StepDecided', 'StepDecided', 'PhaseReturned']);
    const actors = items.map(({ actor }) => people[actor]?.zh);
    expect(actors.every((name) => name !== undefined)).toBe(true);
  });

  it('is filtered by who acted', async () => {
    const all = await events('limit=200');
    const clock = await events('actor=clock&limit=200');
    expect(clock.items.map(({ position }) => position)).toEqual(
      all.items.filter(({ actor }) => actor === 'clock').map(({ position }) => position),
    );
    const [decision] = (await events('type=StepDecided')).items;
    const own = await events(`actor=${decision?.actor ?? ''}&limit=200`);
    expect(own.items.every(({ actor }) => actor === decision?.actor)).toBe(true);
  });

  it('is filtered by phase and by time, the later instant left out', async () => {
    const day = 'from=2026-03-05T02:00:00.000Z&until=2026-03-06T02:00:00.000Z';
    const { items } = await events(`phase=survey&${day}&limit=200`);
    expect(items.map(({ type }) => type)).toEqual(['StepDecided', 'PhaseReturned', 'PhaseOpened']);
    expect((await events('phase=archive')).items).toEqual([]);
  });

  it('is read from its end as well, page by page', async () => {
    const all = (await events('limit=200')).items.map(({ position }) => position);
    const first = await events('order=newest&limit=3');
    const next = await events(`order=newest&limit=3&after=${first.page.endCursor ?? ''}`);
    const seen = [...first.items, ...next.items].map(({ position }) => position);
    expect(seen).toEqual(all.reverse().slice(0, 6));
    expect(first.page.hasMore).toBe(true);
  });

  it('refuses filters that mean nothing', async () => {
    for (const query of ['type=a;b', 'actor=mayor', 'from=yesterday', 'order=random']) {
      const path = `/v1/programmes/${id}/events?${query}`;
      expect((await api.send('GET', path, AUDITOR)).status).toBe(400);
    }
  });

  it('is counted by type and by actor', async () => {
    const path = `/v1/programmes/${id}/events/summary`;
    const summary = await api.read(eventSummary, path, AUDITOR);
    const { items } = await events('limit=200');
    expect(summary.entries).toBe(items.length);
    expect(summary.types).toContainEqual({ type: 'StepDecided', count: 2 });
    const counted = summary.actors.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(items.length);
    expect(summary.lastAt).toBe(items.at(-1)?.at);
  });

  it('is hidden from whoever may not know of the programme', async () => {
    for (const path of ['events/summary', 'events/1/changes', 'as-of?position=1']) {
      const answer = await api.send('GET', `/v1/programmes/${id}/${path}`, { as: 'outsider' });
      expect(answer.status).toBe(404);
    }
  });
});

describe('what an entry changed', () => {
  function changesOf(position: number): Promise<z.output<typeof eventChanges>> {
    const path = `/v1/programmes/${id}/events/${position}/changes`;
    return api.read(eventChanges, path, AUDITOR);
  }

  it('is the vote that a decision cast', async () => {
    const position = await positionOf('StepDecided');
    const { event, changes, more, people } = await changesOf(position);
    expect(more).toBe(false);
    expect(event).toMatchObject({ position, type: 'StepDecided' });
    expect(changes).toContainEqual({
      path: '/position',
      place: ['position'],
      before: position - 1,
      after: position,
    });
    const decision = changes.find(({ place }) => place.at(-1) === 'decision');
    expect(decision).toMatchObject({ after: 'approve' });
    expect(decision).not.toHaveProperty('before');
    expect(decision?.place.slice(0, 3)).toEqual(['phases', 'survey', 'steps']);
    expect(people).toHaveProperty(event.actor);
  });

  it('is the round that an opening after a return began', async () => {
    const returned = await positionOf('PhaseReturned');
    const { changes } = await changesOf(returned + 1);
    expect(changes).toContainEqual({
      path: '/phases/0/round',
      place: ['phases', 'survey', 'round'],
      before: 1,
      after: 2,
    });
  });

  it('is everything at the beginning, and nothing beyond the end', async () => {
    const { changes } = await changesOf(1);
    expect(changes.every((change) => !('before' in change))).toBe(true);
    for (const position of ['0', '9999', '99999', 'x']) {
      const path = `/v1/programmes/${id}/events/${position}/changes`;
      const { status } = await api.send('GET', path, AUDITOR);
      expect([400, 404]).toContain(status);
    }
  });
});

describe('the programme as it stood', () => {
  function asOf(query: string): Promise<z.output<typeof pastProgramme>> {
    return api.read(pastProgramme, `/v1/programmes/${id}/as-of?${query}`, AUDITOR);
  }

  it('has the round, the decisions and the contents of then', async () => {
    const then = await asOf('at=2026-03-04T00:00:00Z');
    const [survey] = then.phases;
    expect(then.now).toBe('2026-03-04T00:00:00.000Z');
    expect(survey).toMatchObject({ key: 'survey', round: 1, status: 'open' });
    expect(survey?.deliverables.every(({ note }) => note !== undefined)).toBe(true);
    const decided = survey?.steps.flatMap(({ slots }) =>
      slots.filter(({ status }) => status === 'decided'),
    );
    expect(decided).toMatchObject([{ decision: 'approve', opinion: '材料齐备' }]);
    expect((await phaseOf(api, id, 'survey')).round).toBe(2);
  });

  it('says what stood next and by which versions', async () => {
    const today = await api.read(programmeSchema, `/v1/programmes/${id}`, AUDITOR);
    const now = await asOf(`position=${today.position}`);
    expect(now.nextMoment).toEqual(today.nextMoment);
    expect(now.definition).toEqual(today.definition);
    expect(now.calendar).toEqual(today.calendar);
    const without = today.phases.map(({ extensions: _extensions, ...phase }) => phase);
    const bare = JSON.stringify(now.phases);
    expect(JSON.parse(bare)).toEqual(JSON.parse(JSON.stringify(without)));
  });

  it('wants one place, in the past', async () => {
    const faults = ['', 'at=2026-03-04T00:00:00Z&position=3', 'at=2020-01-01T00:00:00Z'];
    for (const query of [...faults, 'at=2030-01-01T00:00:00Z', 'position=99999']) {
      const { status } = await api.send('GET', `/v1/programmes/${id}/as-of?${query}`, AUDITOR);
      expect(status).toBe(400);
    }
    const beyond = await api.send('GET', `/v1/programmes/${id}/as-of?position=9999`, AUDITOR);
    expect(beyond.status).toBe(404);
  });
});

describe('a changed record', () => {
  it('is found, with its place, the reason and the column', async () => {
    const owner = new pg.Client({ connectionString: api.adminUrl });
    await owner.connect();
    try {
      await owner.query('ALTER TABLE events DISABLE TRIGGER ALL');
      await owner.query(
        `UPDATE events SET actor = 'clock' WHERE stream = 'programme/' || $1 AND position = 3`,
        [id],
      );
    } finally {
      await owner.end();
    }
    const path = `/v1/audit/verification?programme=${id}`;
    expect(await api.read(verificationSchema, path, AUDITOR)).toMatchObject({
      ok: false,
      entries: 2,
      firstBad: 3,
      reason: 'column-differs',
      column: 'actor',
    });
  });
});
