/** Tells who listens which programmes have changed, within a second of the act and whichever process did it. */
import { PassThrough, type Readable } from 'node:stream';
import type { Pool } from 'pg';
import { listChangedProgrammes, listVisible } from '../db/read-models/changes.ts';
import type { Viewer } from '../db/read-models/programmes.ts';
import { UnavailableError } from '../db/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';

const LOOK_MS = 400;
/** Entries are seen in the order of commits, which is not that of their instants. */
const LOOK_BACK_MS = 5_000;
const KEEP_ALIVE_MS = 15_000;
/** A listener comes back and is asked again who it is. */
const LONGEST_MS = 10 * 60_000;
const MOST_LISTENERS = 2_000;
const MOST_OF_ONE_PERSON = 20;

export interface ChangeFeed {
  /**
   * Server-sent events: `programmes` with the ids of those that changed and that the viewer may know of.
   * @throws UnavailableError when too many listen.
   */
  listen(viewer: Omit<Viewer, 'at'>): Readable;
  /** Ends every stream. */
  close(): void;
}

interface Listener {
  readonly viewer: Omit<Viewer, 'at'>;
  readonly stream: PassThrough;
  readonly startedMs: number;
}

interface Feed {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  readonly listeners: Set<Listener>;
  /** Position of each programme that was told within the time looked back. */
  readonly told: Map<string, number>;
  timer: NodeJS.Timeout | null;
  spokenMs: number;
}

export function createChangeFeed(deps: Pick<Feed, 'pool' | 'clock' | 'log'>): ChangeFeed {
  const feed: Feed = { ...deps, listeners: new Set(), told: new Map(), timer: null, spokenMs: 0 };
  return {
    listen: (viewer) => listen(feed, viewer),
    close: () => {
      if (feed.timer !== null) clearTimeout(feed.timer);
      feed.timer = null;
      for (const listener of feed.listeners) listener.stream.end();
      feed.listeners.clear();
    },
  };
}

function listen(feed: Feed, viewer: Omit<Viewer, 'at'>): Readable {
  const own = [...feed.listeners].filter((one) => one.viewer.personId === viewer.personId);
  if (feed.listeners.size >= MOST_LISTENERS || own.length >= MOST_OF_ONE_PERSON) {
    throw new UnavailableError('too many listen to changes');
  }
  const stream = new PassThrough();
  const listener: Listener = { viewer, stream, startedMs: feed.clock.now().getTime() };
  feed.listeners.add(listener);
  stream.once('close', () => feed.listeners.delete(listener));
  stream.write('retry: 1000\n: listening\n\n');
  if (feed.timer === null) {
    feed.told.clear();
    lookLater(feed);
  }
  return stream;
}

function lookLater(feed: Feed): void {
  feed.timer = setTimeout(() => {
    void lookAndGoOn(feed);
  }, LOOK_MS);
}

async function lookAndGoOn(feed: Feed): Promise<void> {
  try {
    await look(feed);
  } catch (err) {
    feed.log.warn({ err }, 'changes could not be looked up');
  }
  // Closed meanwhile, or nobody listens any more.
  if (feed.timer === null) return;
  if (feed.listeners.size === 0) feed.timer = null;
  else lookLater(feed);
}

async function look(feed: Feed): Promise<void> {
  const { pool, clock, told } = feed;
  const at = clock.now();
  const changes = await listChangedProgrammes(pool, new Date(at.getTime() - LOOK_BACK_MS));
  const news = changes.filter(({ id, position }) => position > (told.get(id) ?? 0));
  told.clear();
  for (const { id, position } of changes) told.set(id, position);
  const ids = news.map(({ id }) => id);
  if (ids.length > 0) await Promise.all([...feed.listeners].map((one) => tell(feed, one, ids)));
  keepAlive(feed, at.getTime());
}

async function tell(
  feed: Feed,
  { viewer, stream }: Listener,
  ids: readonly string[],
): Promise<void> {
  const visible = await listVisible(feed.pool, { ...viewer, at: feed.clock.now() }, ids);
  if (visible.length === 0 || stream.destroyed || stream.writableEnded) return;
  stream.write(`event: programmes\ndata: ${JSON.stringify(visible)}\n\n`);
}

function keepAlive(feed: Feed, nowMs: number): void {
  for (const { stream, startedMs } of feed.listeners) {
    if (nowMs - startedMs > LONGEST_MS) stream.end();
  }
  if (nowMs - feed.spokenMs < KEEP_ALIVE_MS) return;
  feed.spokenMs = nowMs;
  for (const { stream } of feed.listeners) {
    // One that was let go a moment ago is still among them.
    if (!stream.writableEnded) stream.write(': still here\n\n');
  }
}
