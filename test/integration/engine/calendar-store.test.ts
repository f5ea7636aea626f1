/** Published calendars in the database: put there once, and never anything else than what was published. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import { createCalendarStore } from '../../../engine/calendar-store.ts';
import { verifyStream } from '../../../engine/verify.ts';
import { createTown, type Town } from '../../support/database-fixtures.ts';

let town: Town;

beforeAll(async () => {
  town = await createTown();
});

afterAll(() => town.close());

it('publishes what ships once, though several processes start at once', async () => {
  const stores = [1, 2, 3].map(() => createCalendarStore(town));
  const calendars = await Promise.all(stores.map((store) => store.latest('cn-public')));
  for (const calendar of calendars) expect(calendar).toEqual(CN_PUBLIC);
  const verdict = await verifyStream(town.pool, 'calendar/cn-public');
  expect(verdict).toMatchObject({ ok: true, entries: 1 });
});

it('refuses to start when what shipped was changed after it was published', async () => {
  const shipped = [{ ...CN_PUBLIC, publishedThrough: '2026-06-30' }];
  const store = createCalendarStore({ ...town, shipped });
  await expect(store.latest('cn-public')).rejects.toThrow('was changed after it was published');
});

it('knows nothing of versions and calendars that were never published', async () => {
  const store = createCalendarStore(town);
  expect(await store.find({ key: 'cn-public', version: 99 })).toBeNull();
  expect(await store.latest('none')).toBeNull();
  await expect(store.get({ key: 'none', version: 1 })).rejects.toThrow('never published');
  expect(() => store.known({ key: 'cn-public', version: 99 })).toThrow('was not read before');
});

it('lets the application change no version, and finds one that somebody else has changed', async () => {
  const change = `UPDATE calendars SET body = jsonb_set(body, '{publishedThrough}', '"2030-12-31"')`;
  await expect(town.pool.query(change)).rejects.toThrow('permission denied');
  const owner = new pg.Client({ connectionString: town.database.adminUrl });
  await owner.connect();
  try {
    await owner.query(change);
  } finally {
    await owner.end();
  }
  const store = createCalendarStore({ ...town, shipped: [] });
  await expect(store.get({ key: 'cn-public', version: 1 })).rejects.toThrow(
    'was changed after it was published',
  );
});
