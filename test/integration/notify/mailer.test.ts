import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { claimEmails, listGivenUpEmails } from '../../../db/read-models/email-queue.ts';
import { messageIdOf } from '../../../notify/email-message.ts';
import { DEFAULT_SCHEDULE } from '../../../notify/schedule.ts';
import {
  decodeWords,
  MINUTE,
  openMailroom,
  reply,
  startPost,
  until,
  type FakePost,
  type Mailroom,
} from './mail-fixture.ts';

const HOUR = 60 * MINUTE;

let room: Mailroom;
let post: FakePost;

beforeAll(async () => {
  room = await openMailroom();
});

afterAll(async () => {
  await room.close();
});

beforeEach(async () => {
  post = await startPost();
});

afterEach(async () => {
  await post.stop();
});

async function tellOne(
  details: {
    email?: string | null;
    locale?: 'zh' | 'en';
    disabled?: boolean;
    rehearsal?: boolean;
    titleEn?: string;
  } = {},
): Promise<string> {
  const person = await room.person(details);
  const programme = await room.programme(details);
  const [id] = await room.tell({ person, programme });
  if (id === undefined) throw new Error('nothing was told');
  return id;
}

describe('an e-mail', () => {
  test('is delivered once, in Chinese, its subject in UTF-8', async () => {
    const id = await tellOne({ email: 'finance@example.org' });
    const mailer = room.mailer(post);
    expect(await mailer.flush()).toEqual(['sent']);
    expect(await mailer.flush()).toEqual([]);
    const [mail] = post.received;
    expect(post.received).toHaveLength(1);
    expect(mail?.to).toEqual(['finance@example.org']);
    expect(mail?.header('Subject')).toMatch(/^=\?UTF-8\?[BQ]\?/);
    expect(decodeWords(mail?.header('Subject') ?? '')).toBe(
      '【提醒】摸底调查：距截止日期还有5个工作日',
    );
    expect(mail?.text).toContain('财政所：');
    expect(mail?.text).toContain('《廊下镇方案》“摸底调查”阶段');
    expect(mail?.text).toContain('https://milepost.example.org/');
    expect(await room.state(id)).toMatchObject({ state: 'sent', attempts: 1, error: null });
  });

  test('is in English for who reads English', async () => {
    await tellOne({ locale: 'en' });
    await room.mailer(post).flush();
    const [mail] = post.received;
    expect(mail?.text).toContain('“廊下镇方案”');
    expect(mail?.header('Subject')).toBe('Reminder: Survey, 5 working days left');
    expect(mail?.header('Content-Language')).toBe('en');
    expect(mail?.text).toContain('To: Finance office');
  });

  test('calls the programme by its English title for who reads English', async () => {
    await tellOne({ locale: 'en', titleEn: 'Langxia plan' });
    await room.mailer(post).flush();
    const [mail] = post.received;
    expect(mail?.text).toContain('“Langxia plan”');
    expect(mail?.text).not.toContain('廊下');
  });

  test('carries who sent it, that a program did, and an id made of event and person', async () => {
    const id = await tellOne();
    await room.mailer(post).flush();
    const [mail] = post.received;
    expect(mail?.header('From')).toBe('Milepost <milepost@town.example.org>');
    expect(mail?.header('Auto-Submitted')).toBe('auto-generated');
    const key = id.split('.').slice(0, 3).join('.');
    expect(mail?.header('Message-ID')).toBe(messageIdOf(key, 'milepost@town.example.org'));
  });

  test('is one for a person told for two offices, and names both', async () => {
    const person = await room.person();
    const programme = await room.programme();
    const ids = await room.tell({ person, programme, offices: ['labour', 'finance'] });
    const mailer = room.mailer(post);
    expect(await mailer.flush()).toEqual(['sent']);
    expect(post.received).toHaveLength(1);
    expect(post.received[0]?.text).toContain('财政所、劳保所：');
    for (const id of ids) expect(await room.state(id)).toMatchObject({ state: 'sent' });
  });

  test('cannot be given another header by what stands in its subject', async () => {
    const person = await room.person();
    const programme = await room.programme();
    const phase = 'x\r\nBcc: spy@example.org';
    await room.tell({ person, programme, data: { phase, workdaysBefore: 0, dueOn: '2026-03-20' } });
    await room.mailer(post).flush();
    const [mail] = post.received;
    expect(decodeWords(mail?.header('Subject') ?? '')).toBe(
      '【提醒】x Bcc: spy@example.org：今日截止',
    );
    expect(mail?.header('Bcc')).toBeUndefined();
    expect(mail?.to).toEqual([`${person}@example.org`]);
  });
});

describe('nothing is sent', () => {
  test('for a rehearsal, even where the queue says so', async () => {
    const id = await tellOne({ rehearsal: true });
    expect(await room.mailer(post).flush()).toEqual(['skipped']);
    expect(post.received).toEqual([]);
    expect(await room.state(id)).toMatchObject({ state: 'none', attempts: 0 });
  });

  test('to a person who is disabled, or has no address', async () => {
    const ids = [await tellOne({ disabled: true }), await tellOne({ email: null })];
    expect(await room.mailer(post).flush()).toEqual(['skipped', 'skipped']);
    expect(post.received).toEqual([]);
    for (const id of ids) expect(await room.state(id)).toMatchObject({ state: 'none' });
  });

  test('to an address that is really two, and that is visible', async () => {
    const id = await tellOne({ email: 'a@example.org, b@example.org' });
    expect(await room.mailer(post).flush()).toEqual(['given-up']);
    expect(post.received).toEqual([]);
    expect(await room.state(id)).toMatchObject({
      state: 'failed-for-good',
      error: 'the address is not valid',
    });
  });

  test('of what cannot be put into words, and the rest goes out', async () => {
    const person = await room.person();
    const bad = await room.tell({ person, programme: await room.programme(), data: {} });
    const unknown = await room.tell({ person, programme: await room.programme({ version: 9 }) });
    const good = await tellOne();
    const delivered = await room.mailer(post).flush();
    expect(delivered.toSorted()).toEqual(['given-up', 'given-up', 'sent']);
    expect(await room.state(bad[0] ?? '')).toMatchObject({ state: 'failed-for-good' });
    expect(await room.state(unknown[0] ?? '')).toMatchObject({ state: 'failed-for-good' });
    expect(await room.state(good)).toMatchObject({ state: 'sent' });
  });
});

describe('a server that refuses', () => {
  test('for now is asked again after a minute, then takes it', async () => {
    const id = await tellOne();
    const mailer = room.mailer(post);
    post.onRecipient = () => reply(450, 'mailbox busy');
    expect(await mailer.flush()).toEqual(['retry']);
    expect(await room.state(id)).toMatchObject({ state: 'pending', attempts: 1 });
    expect((await room.state(id)).error).toContain('mailbox busy');
    post.onRecipient = () => undefined;
    expect(await mailer.flush()).toEqual([]);
    room.pass(MINUTE);
    expect(await mailer.flush()).toEqual(['sent']);
    expect(await room.state(id)).toMatchObject({ state: 'sent', attempts: 2, error: null });
    expect(post.received).toHaveLength(1);
  });

  test('the recipient for good is not asked again, and that is visible', async () => {
    const metrics = new Registry();
    const id = await tellOne();
    const mailer = room.mailer(post, { metrics });
    post.onRecipient = () => reply(550, 'no such user');
    expect(await mailer.flush()).toEqual(['given-up']);
    post.onRecipient = () => undefined;
    room.pass(48 * HOUR);
    expect(await mailer.flush()).toEqual([]);
    expect(await room.state(id)).toMatchObject({
      state: 'failed-for-good',
      attempts: 1,
      nextAt: null,
    });
    const [newest] = await listGivenUpEmails(room.pool, 1);
    expect(newest?.id).toBe(id);
    expect(newest?.error).toContain('no such user');
    const figures = await metrics.metrics();
    expect(figures).toMatch(/milepost_email_deliveries_total\{outcome="given-up"\} 1/);
    expect(figures).toMatch(/milepost_emails_given_up [1-9]/);
  });

  test('for now, ever again, is given up after the whole schedule', async () => {
    const id = await tellOne();
    const mailer = room.mailer(post);
    post.onRecipient = () => reply(451, 'try later');
    for (const [index, pauseMs] of DEFAULT_SCHEDULE.retryMs.entries()) {
      expect(await mailer.flush()).toEqual(['retry']);
      expect(await room.state(id)).toMatchObject({ state: 'pending', attempts: index + 1 });
      room.pass(pauseMs - 1);
      expect(await mailer.flush()).toEqual([]);
      room.pass(1);
    }
    expect(await mailer.flush()).toEqual(['given-up']);
    expect(await room.state(id)).toMatchObject({ state: 'failed-for-good', attempts: 7 });
  });

  test('one recipient does not hold up the others', async () => {
    const refused = await tellOne({ email: 'full@example.org' });
    const others = await Promise.all(Array.from({ length: 50 }, () => tellOne()));
    post.onRecipient = (address) =>
      address === 'full@example.org' ? reply(452, 'full') : undefined;
    const delivered = await room.mailer(post).flush();
    expect(delivered.filter((outcome) => outcome === 'sent')).toHaveLength(50);
    expect(post.received).toHaveLength(50);
    expect(await room.state(refused)).toMatchObject({ state: 'pending', attempts: 1 });
    for (const id of others) expect(await room.state(id)).toMatchObject({ state: 'sent' });
    room.pass(MINUTE);
    post.onRecipient = () => undefined;
    expect(await room.mailer(post).flush()).toEqual(['sent']);
  });
});

describe('a server that is away', () => {
  test('is left alone for a minute without an attempt being counted, and then gets everything', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => tellOne()));
    await post.stop();
    const mailer = room.mailer(post);
    const delivered = await mailer.flush();
    expect(delivered).toContain('unreachable');
    expect(new Set(delivered)).toEqual(new Set(['unreachable', 'put-back']));
    for (const id of ids)
      expect(await room.state(id)).toMatchObject({ state: 'pending', attempts: 0 });
    await post.start();
    expect(await mailer.flush()).toEqual([]);
    room.pass(MINUTE);
    expect(await mailer.flush()).toEqual(ids.map(() => 'sent'));
    expect(new Set(post.received.map((mail) => mail.header('Message-ID'))).size).toBe(30);
    expect(post.received).toHaveLength(30);
  });

  test('for long is asked less and less often', async () => {
    const id = await tellOne();
    await post.stop();
    const mailer = room.mailer(post);
    for (const minutes of [1, 5, 15, 15]) {
      expect(await mailer.flush()).toEqual(['unreachable']);
      room.pass(minutes * MINUTE - 1);
      expect(await mailer.flush()).toEqual([]);
      room.pass(1);
    }
    await post.start();
    expect(await mailer.flush()).toEqual(['sent']);
    expect(await room.state(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('for five days makes an e-mail be given up', async () => {
    const id = await tellOne();
    await post.stop();
    room.pass(5 * 24 * HOUR + 1);
    expect(await room.mailer(post).flush()).toEqual(['given-up']);
    expect(await room.state(id)).toMatchObject({ state: 'failed-for-good' });
  });

  test('behind one message only, which it always drops, counts against that message', async () => {
    const id = await tellOne();
    post.onData = () => 'drop';
    const mailer = room.mailer(post);
    expect(await mailer.flush()).toEqual(['retry']);
    expect(await room.state(id)).toMatchObject({ state: 'pending', attempts: 1 });
    post.onData = () => undefined;
    room.pass(MINUTE);
    expect(await mailer.flush()).toEqual(['sent']);
    // The reply to DATA was lost: SMTP leaves no choice but to send again, and the id tells the reader's side.
    expect(post.received).toHaveLength(2);
    const [first, second] = post.received.map((mail) => mail.header('Message-ID'));
    expect(first).toBe(second);
  });
});

describe('several at once', () => {
  test('two mailers send each e-mail once', async () => {
    const ids = await Promise.all(Array.from({ length: 120 }, () => tellOne()));
    const mailers = [room.mailer(post), room.mailer(post), room.mailer(post)];
    const delivered = (await Promise.all(mailers.map((mailer) => mailer.flush()))).flat();
    expect(delivered).toEqual(ids.map(() => 'sent'));
    expect(post.received).toHaveLength(120);
    expect(new Set(post.received.map((mail) => mail.to[0])).size).toBe(120);
  });

  test('two mailers send one e-mail to a person of two offices', async () => {
    const person = await room.person();
    const programme = await room.programme();
    for (let n = 0; n < 40; n += 1)
      await room.tell({ person, programme, offices: ['finance', 'labour'] });
    const mailers = [room.mailer(post), room.mailer(post)];
    const delivered = (await Promise.all(mailers.map((mailer) => mailer.flush()))).flat();
    expect(delivered).toHaveLength(40);
    expect(post.received).toHaveLength(40);
  });

  test('two claims that overlap share no e-mail, and neither waits for the other', async () => {
    for (let n = 0; n < 6; n += 1) await tellOne();
    const leaseUntil = new Date(room.now.getTime() + MINUTE);
    const first = await room.pool.connect();
    await first.query('BEGIN');
    const mine = await claimEmails(first, { now: room.now, leaseUntil, limit: 4 });
    const yours = await claimEmails(room.pool, { now: room.now, leaseUntil, limit: 20 });
    await first.query('COMMIT');
    first.release();
    expect([mine.length, yours.length]).toEqual([4, 2]);
    expect(new Set([...mine, ...yours].map(({ id }) => id)).size).toBe(6);
    room.pass(MINUTE);
    expect(await room.mailer(post).flush()).toHaveLength(6);
  });

  test('what a killed mailer had taken is sent by another when the lease is over, not before', async () => {
    const id = await tellOne();
    const leaseUntil = new Date(room.now.getTime() + DEFAULT_SCHEDULE.leaseMs);
    expect(await claimEmails(room.pool, { now: room.now, leaseUntil, limit: 20 })).toHaveLength(1);
    const mailer = room.mailer(post);
    expect(await mailer.flush()).toEqual([]);
    room.pass(DEFAULT_SCHEDULE.leaseMs);
    expect(await mailer.flush()).toEqual(['sent']);
    expect(await room.state(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('what was sent by a mailer that died before recording it comes again under the same id', async () => {
    await tellOne();
    const dying = room.mailer(post);
    const dead = new Promise<void>((resolve) => {
      post.onData = () => {
        // The server has the message; whoever sent it is cut off before the reply.
        void dying.close().then(resolve);
        return 'drop';
      };
    });
    const last = dying.flush();
    await dead;
    await last;
    post.onData = () => undefined;
    room.pass(DEFAULT_SCHEDULE.leaseMs);
    await room.mailer(post).flush();
    const ids = post.received.map((mail) => mail.header('Message-ID'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a started mailer', () => {
  test('finds what becomes due by itself', async () => {
    const mailer = room.mailer(post);
    mailer.start();
    const id = await tellOne();
    await until(async () => (await room.state(id)).state === 'sent');
    await mailer.close();
    expect(post.received).toHaveLength(1);
  });

  test('stops, and takes up nothing after that', async () => {
    const mailer = room.mailer(post);
    mailer.start();
    await mailer.close();
    const id = await tellOne();
    expect(await room.state(id)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await room.mailer(post).flush()).toEqual(['sent']);
  });

  test('lets a delivery finish when it is closed', async () => {
    const id = await tellOne();
    const mailer = room.mailer(post);
    const closed = new Promise<void>((resolve) => {
      post.onData = () => {
        void mailer.close().then(resolve);
        return undefined;
      };
    });
    mailer.start();
    await closed;
    expect(await room.state(id)).toMatchObject({ state: 'sent' });
  });
});
