import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { pdf, sha256, text } from './samples.ts';
import { admin, alice, bob, put, store, useFileStore } from './store-fixture.ts';

useFileStore();

describe('who may read a file', () => {
  const hash = sha256(pdf);
  const carol = randomUUID();
  const reader = { personId: carol, administrator: false };

  async function handIn(programme: { startedBy: string; seat: string }): Promise<void> {
    const id = randomUUID();
    await admin.query(
      `INSERT INTO programmes (id, definition_key, definition_version, title, status, position, head_hash, snapshot, snapshot_position, starts_on,
              rehearsal, started_by, seats, seat_names, created_at, updated_at)
       VALUES ($1, 'd', 1, 't', 'active', 1, '', '{}', 1, '2026-01-01', false, $2, $3, ARRAY[$4], now(), now())`,
      [id, programme.startedBy, { finance: programme.seat }, programme.seat],
    );
    await admin.query(
      `INSERT INTO deliverables (programme_id, phase, key, round, office, seat, status, files)
       VALUES ($1, 'p', 'k', 1, 'finance', $2, 'handedIn', $3::jsonb)`,
      [id, programme.seat, JSON.stringify([{ sha256: hash, name: 'a.pdf' }])],
    );
  }

  async function hold(seat: string, until: string | null): Promise<void> {
    await admin.query(
      `INSERT INTO people (id, account, name_zh, name_en, created_at) VALUES ($1, 'carol', '丙', 'C', now()) ON CONFLICT DO NOTHING`,
      [carol],
    );
    await admin.query(
      `INSERT INTO offices VALUES ('finance', '财政所', 'Finance') ON CONFLICT DO NOTHING`,
    );
    await admin.query(
      `INSERT INTO holdings (id, seat, office, person_id, from_at, until_at, position)
       VALUES ($1, $2, 'finance', $3, '2020-01-01', $4, 1)`,
      [randomUUID(), seat, carol, until],
    );
  }

  beforeEach(async () => {
    await put(pdf);
  });

  test('who uploaded it, and nobody else', async () => {
    expect(await store.mayRead({ personId: alice, administrator: false }, hash)).toBe(true);
    expect(await store.mayRead({ personId: bob, administrator: false }, hash)).toBe(false);
  });

  test('not who only knows its hash and uploads something else under it', async () => {
    const refused = await put(text, { person: bob, sha256: hash, type: 'text/plain' });
    expect(refused).toMatchObject({ code: 'hash-mismatch' });
    expect(await store.mayRead({ personId: bob, administrator: false }, hash)).toBe(false);
  });

  test('an administrator', async () => {
    expect(await store.mayRead({ personId: bob, administrator: true }, hash)).toBe(true);
  });

  test('who started the programme in which it was handed in', async () => {
    await handIn({ startedBy: carol, seat: 'finance' });
    expect(await store.mayRead(reader, hash)).toBe(true);
  });

  test('who holds a seat of the programme in which it was handed in', async () => {
    await handIn({ startedBy: alice, seat: 'finance' });
    expect(await store.mayRead(reader, hash)).toBe(false);
    await hold('finance', null);
    expect(await store.mayRead(reader, hash)).toBe(true);
  });

  test('not who held the seat once, nor who holds the same office in another programme', async () => {
    await handIn({ startedBy: alice, seat: 'finance' });
    await hold('finance', '2021-01-01');
    await hold(`${randomUUID()}:finance`, null);
    expect(await store.mayRead(reader, hash)).toBe(false);
  });
});
