/** A database with notifications to be mailed, a real SMTP server that can be told how to behave, and a clock that is set by hand. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createPool } from '../../../db/pool.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { createMailer, type Mailer, type MailerDeps } from '../../../notify/mailer.ts';
import { createTestDatabase } from '../../support/servers-database.ts';

export const MINUTE = 60_000;

export interface ReceivedMail {
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  header(name: string): string | undefined;
  /** The plain text, decoded. */
  readonly text: string;
}

export interface FakePost {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Called for each recipient; an error with `responseCode` is the server's reply. */
  onRecipient: (address: string) => Error | undefined;
  /** Called after DATA; `'drop'` breaks the connection instead of replying. */
  onData: (mail: ReceivedMail) => Error | 'drop' | undefined;
  stop(): Promise<void>;
  /** Again on the same port. */
  start(): Promise<void>;
}

export function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

export async function startPost(options: SMTPServerOptions = {}): Promise<FakePost> {
  const received: ReceivedMail[] = [];
  let server: SMTPServer | undefined;
  let port = 0;
  const post: FakePost = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    received,
    onRecipient: () => undefined,
    onData: () => undefined,
    start: async () => {
      server = createServer(options, post);
      server.listen(port, '127.0.0.1');
      await once(server.server, 'listening');
      port = (server.server.address() as AddressInfo).port; // it listens on TCP
    },
    stop: async () => {
      const running = server;
      server = undefined;
      if (running === undefined) return;
      for (const connection of running.connections) connection.close();
      await new Promise<void>((resolve) => {
        running.close(resolve);
      });
    },
  };
  await post.start();
  return post;
}

function createServer(options: SMTPServerOptions, post: FakePost): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      done(post.onRecipient(address));
    },
    onData: (stream, session, done) => {
      void buffer(stream).then((content) => {
        const mail = readMail(
          session.envelope.rcptTo.map(({ address }) => address),
          content.toString(),
        );
        const answer = post.onData(mail);
        if (!(answer instanceof Error)) post.received.push(mail);
        if (answer !== 'drop') done(answer ?? null);
        else for (const connection of server.connections) connection.close();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  return server;
}

function readMail(to: readonly string[], raw: string): ReceivedMail {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const header = (name: string): string | undefined =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim();
  const plain = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(raw);
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(plain?.[0] ?? '')?.[1]?.toLowerCase();
  return { to, raw, header, text: decodeBody(plain?.[1] ?? '', encoding) };
}

function decodeBody(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** Decodes the words of RFC 2047 in a header. */
export function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_match, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : Buffer.from(
            word
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_hex, code: string) =>
                String.fromCharCode(parseInt(code, 16)),
              ),
            'latin1',
          ).toString(),
    );
}

const definition: Definition = {
  key: 'staffing',
  version: 1,
  title: { zh: '队伍调整方案', en: 'Staffing plan' },
  source: {
    paper: { zh: '方案', en: 'Plan' },
    issuer: { zh: '镇', en: 'Town' },
    documentNumber: null,
  },
  zone: 'Asia/Shanghai',
  calendar: 'cn-public',
  startsOn: '2026-03-02',
  offices: [
    {
      key: 'finance',
      title: { zh: '财政所', en: 'Finance office' },
      reportsTo: null,
      clause: null,
    },
    { key: 'labour', title: { zh: '劳保所', en: 'Labour office' }, reportsTo: null, clause: null },
  ],
  owner: 'labour',
  ladder: { reminders: [], rungs: [] },
  rework: { value: 5, unit: 'workdays' },
  phases: [
    {
      key: 'survey',
      title: { zh: '摸底调查', en: 'Survey' },
      clause: '',
      window: { from: '2026-03-02', to: '2026-03-20' },
      after: [],
      deliverables: [],
      steps: [],
    },
  ],
  notes: [],
};

export interface Mailroom {
  readonly pool: pg.Pool;
  /** The instant that the mailers see. */
  now: Date;
  pass(ms: number): void;
  person(details?: {
    email?: string | null;
    locale?: 'zh' | 'en';
    disabled?: boolean;
  }): Promise<string>;
  programme(details?: {
    rehearsal?: boolean;
    title?: string;
    titleEn?: string;
    version?: number;
  }): Promise<string>;
  /** One event, told to the person for these offices; the notifications' ids. */
  tell(details: TellDetails): Promise<readonly string[]>;
  state(id: string): Promise<MailState>;
  mailer(post: { readonly url: string }, more?: Partial<MailerDeps>): Mailer;
  close(): Promise<void>;
}

export interface TellDetails {
  readonly person: string;
  readonly programme: string;
  readonly offices?: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface MailState {
  readonly state: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly error: string | null;
}

export async function openMailroom(): Promise<Mailroom> {
  const database = await createTestDatabase();
  const admin = createPool(database.adminUrl, { size: 2 });
  const pool = createPool(database.appUrl, { size: 8 });
  const open: Mailer[] = [];
  let position = 0;
  await admin.query(`INSERT INTO definitions VALUES ('staffing', 1, $1, '', now())`, [definition]);
  const room: Mailroom = {
    pool,
    now: new Date('2026-03-16T01:00:00Z'),
    pass: (ms) => {
      room.now = new Date(room.now.getTime() + ms);
    },
    person: async ({ email, locale = 'zh', disabled = false } = {}) => {
      const id = randomUUID();
      await admin.query(
        `INSERT INTO people (id, account, name_zh, name_en, email, locale, created_at, disabled_at)
         VALUES ($1, $2, '甲', 'A', $3, $4, now(), $5)`,
        [
          id,
          id,
          email === undefined ? `${id}@example.org` : email,
          locale,
          disabled ? new Date() : null,
        ],
      );
      return id;
    },
    programme: async ({
      rehearsal = false,
      title = '廊下镇方案',
      titleEn = null,
      version = 1,
    } = {}) => {
      const id = randomUUID();
      await admin.query(
        `INSERT INTO programmes (id, definition_key, definition_version, title, title_en, status, position, head_hash, snapshot, snapshot_position,
                starts_on, rehearsal, started_by, seats, seat_names, created_at, updated_at)
         VALUES ($1, 'staffing', $2, $3, $6, 'active', 1, '', '{}', 1, '2026-03-02', $4, $5, '{}', '{}', now(), now())`,
        [id, version, title, rehearsal, randomUUID(), titleEn],
      );
      return id;
    },
    tell: async ({ person, programme, offices = ['finance'], data }) => {
      position += 1;
      const ids = offices.map((office) => `${programme}.${position}.${person}.${office}`);
      await admin.query(
        `INSERT INTO notifications (id, person_id, programme_id, office, kind, phase, round, data, at, recorded_at, email_state, email_next_at)
         SELECT row.id, $2, $3, row.office, 'DeadlineReminded', 'survey', 1, $4, $5, $5, 'pending', $5
           FROM unnest($1::text[], $6::text[]) AS row(id, office)`,
        [
          ids,
          person,
          programme,
          data ?? { workdaysBefore: 5, dueOn: '2026-03-20' },
          room.now,
          offices,
        ],
      );
      return ids;
    },
    state: async (id) => {
      const { rows } = await admin.query<MailState>(
        `SELECT email_state AS state, email_attempts AS attempts, email_next_at AS "nextAt", email_error AS error
           FROM notifications WHERE id = $1`,
        [id],
      );
      if (rows[0] === undefined) throw new Error('no such notification');
      return rows[0];
    },
    mailer: (post, more = {}) => {
      const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const mailer = createMailer({
        pool,
        smtp: { url: post.url, from: 'Milepost <milepost@town.example.org>' },
        clock: { now: () => room.now },
        log: quiet,
        publicUrl: 'https://milepost.example.org/',
        random: () => 0,
        ...more,
        schedule: { pollMs: 5, closeGraceMs: 1_000, ...more.schedule },
      });
      open.push(mailer);
      return mailer;
    },
    close: async () => {
      await Promise.all(open.map((mailer) => mailer.close()));
      await Promise.all([pool.end(), admin.end()]);
      await database.drop();
    },
  };
  return room;
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the condition was never met');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
